package dev.waymark.graph;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns revisions, in whatever order they come, into a graph; or says all that keeps them from being one. */
final class GraphBuilder {

    private GraphBuilder() {}

    static RevisionGraph build(Collection<RevisionInfo> revisions) {
        List<RevisionInfo> sorted = revisions.stream()
                .sorted(Comparator.comparing(RevisionInfo::id).thenComparing(RevisionInfo::toString))
                .toList();
        List<RevisionInfo> distinct = distinct(sorted);
        Names names = Names.of(sorted);
        Links links = Links.of(distinct, names);

        List<Problem> problems = new ArrayList<>(NameProblems.in(sorted));
        problems.addAll(EdgeProblems.in(sorted, names));
        problems.addAll(Cycles.in(distinct, links));
        if (!problems.isEmpty()) {
            throw new InvalidMigrationsException(problems);
        }
        List<RevisionInfo> inOrder = TopologicalOrder.of(links.required()).stream()
                .map(distinct::get)
                .toList();
        return new RevisionGraph(inOrder, names, Links.of(inOrder, names));
    }

    private static List<RevisionInfo> distinct(List<RevisionInfo> revisions) {
        Map<RevisionId, RevisionInfo> byId = new LinkedHashMap<>();
        revisions.forEach(revision -> byId.putIfAbsent(revision.id(), revision));
        return List.copyOf(byId.values());
    }
}
