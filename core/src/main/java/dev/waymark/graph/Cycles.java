package dev.waymark.graph;

import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the revisions that would each have to come before the other. */
final class Cycles {

    private final List<RevisionInfo> revisions;
    private final Links links;

    private Cycles(List<RevisionInfo> revisions, Links links) {
        this.revisions = revisions;
        this.links = links;
    }

    static List<Problem> in(List<RevisionInfo> revisions, Links links) {
        return new Cycles(revisions, links).problems();
    }

    private List<Problem> problems() {
        List<BitSet> descending = circles(links.parents());
        List<BitSet> requiring = circles(links.required());
        requiring.removeIf(circle -> descending.stream().anyMatch(circle::intersects));
        return Stream.concat(
                        descending.stream()
                                .map(circle -> problem(
                                        Kind.CYCLE, circle, "%s descend from each other in a cycle, by 'revises'.")),
                        requiring.stream()
                                .map(circle -> problem(
                                        Kind.DEPENDENCY_CYCLE,
                                        circle,
                                        "%s require each other in a cycle, by way of 'dependsOn'.")))
                .toList();
    }

    private Problem problem(Kind kind, BitSet circle, String text) {
        String members = circle.stream()
                .mapToObj(at -> "'" + revisions.get(at).id() + "'")
                .collect(Collectors.joining(", "));
        return new Problem(kind, revisions.get(circle.nextSetBit(0)).id().value(), text.formatted(members));
    }

    /** What can be reached from a revision, and reaches it in turn, is on a cycle with it. */
    private static List<BitSet> circles(int[][] forward) {
        int[][] backward = Links.reversed(forward);
        BitSet open = new BitSet();
        open.set(0, forward.length);
        TopologicalOrder.of(forward).forEach(open::clear);
        TopologicalOrder.of(backward).forEach(open::clear);
        List<BitSet> circles = new ArrayList<>();
        for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at + 1)) {
            BitSet circle = Reach.around(at, forward);
            circle.and(Reach.around(at, backward));
            open.andNot(circle);
            circles.add(circle);
        }
        circles.removeIf(circle -> circle.cardinality() == 1);
        return circles;
    }
}
