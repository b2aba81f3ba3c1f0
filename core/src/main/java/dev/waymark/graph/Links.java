package dev.waymark.graph;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each revision revises, depends on and so requires, by position in a list. Links that lead nowhere or to their
 * own beginning are left out; they are reported elsewhere.
 */
final class Links {

    private final Map<RevisionId, Integer> positions;
    private final int[][] parents;
    private final int[][] dependencies;
    private final int[][] required;

    private Links(List<RevisionInfo> revisions, Names names) {
        positions = positions(revisions);
        parents = links(revisions, revision -> revision.revises().stream());
        dependencies = links(
                revisions, revision -> revision.dependsOn().stream().flatMap(name -> names.exactly(name).stream()));
        required = new int[revisions.size()][];
        Arrays.setAll(required, at -> IntStream.concat(Arrays.stream(parents[at]), Arrays.stream(dependencies[at]))
                .distinct()
                .toArray());
    }

    static Links of(List<RevisionInfo> revisions, Names names) {
        return new Links(revisions, names);
    }

    Map<RevisionId, Integer> positions() {
        return positions;
    }

    int[][] parents() {
        return parents;
    }

    int[][] dependencies() {
        return dependencies;
    }

    int[][] required() {
        return required;
    }

    /** The same links seen from their other ends. */
    static int[][] reversed(int[][] links) {
        int[] counts = new int[links.length];
        Arrays.stream(links).flatMapToInt(Arrays::stream).forEach(to -> counts[to]++);
        int[][] reversed = new int[links.length][];
        Arrays.setAll(reversed, at -> new int[counts[at]]);
        for (int from = links.length - 1; from >= 0; from--) {
            for (int to : links[from]) {
                reversed[to][--counts[to]] = from;
            }
        }
        return reversed;
    }

    private static Map<RevisionId, Integer> positions(List<RevisionInfo> revisions) {
        Map<RevisionId, Integer> positions = new HashMap<>();
        for (int at = 0; at < revisions.size(); at++) {
            positions.put(revisions.get(at).id(), at);
        }
        return positions;
    }

    private int[][] links(List<RevisionInfo> revisions, Ends ends) {
        int[][] links = new int[revisions.size()][];
        Arrays.setAll(links, at -> ends.of(revisions.get(at))
                .map(positions::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .filter(to -> to != at)
                .distinct()
                .toArray());
        return links;
    }

    private interface Ends {
        Stream<RevisionId> of(RevisionInfo revision);
    }
}
