package dev.waymark.graph;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.graph.Walk.PastTheEnd;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a database stands, and what a bare number of steps means from there. */
final class Standpoint {

    private final RevisionGraph graph;
    private final Set<RevisionId> applied;

    Standpoint(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.applied = applied;
    }

    Set<RevisionId> heads() {
        return graph.headsOf(applied);
    }

    boolean isEmpty() {
        return applied.isEmpty();
    }

    /** Up from the applied head, from the branch point that the branch would leave, or from base. */
    List<RevisionId> up(Scope scope, int steps) {
        List<RevisionId> starts = scope.within(heads());
        if (starts.isEmpty()) {
            starts = List.copyOf(graph.headsOf(scope.within(applied)));
        }
        return counted(scope, single(scope, starts, steps), steps);
    }

    /** Down from the applied head, or from a head of the branch that only another branch holds up. */
    List<RevisionId> down(Scope scope, int steps) {
        List<RevisionId> starts = scope.within(heads());
        if (starts.isEmpty()) {
            starts = scope.within(graph.branchHeadsOf(applied));
        }
        if (starts.isEmpty() && scope.branch().isPresent()) {
            throw nothingApplied(scope, scope.branch().get());
        }
        return counted(scope, single(scope, starts, steps), steps);
    }

    /** Down from every head of the graph, or of the branch: what is meant where nothing is applied. */
    List<RevisionId> downFromTheTop(Scope scope, int steps) {
        Set<RevisionId> tops = scope.branch().isPresent() ? graph.heads() : graph.effectiveHeads();
        return scope.within(tops).stream()
                .flatMap(top -> counted(scope, Optional.of(top), steps).stream())
                .distinct()
                .toList();
    }

    private List<RevisionId> counted(Scope scope, Optional<RevisionId> start, int steps) {
        return new Walk(graph, scope, PastTheEnd.REFUSE)
                .from(start, steps).stream().toList();
    }

    /** The one revision to count from, or none for base. */
    static Optional<RevisionId> single(Scope scope, Collection<RevisionId> starts, int steps) {
        if (starts.size() > 1) {
            throw new AmbiguousTargetException(
                    scope.target().toString(),
                    "it counts from one revision, and there are %d.".formatted(starts.size()),
                    starts.stream()
                            .map(start -> "%s@%+d".formatted(start, steps))
                            .toList());
        }
        return starts.stream().findFirst();
    }

    private TargetOutOfRangeException nothingApplied(Scope scope, RevisionId branch) {
        return new TargetOutOfRangeException(
                scope.target().toString(),
                Reason.NOT_APPLIED,
                "nothing is applied of the branch of '%s'%s"
                        .formatted(branch, applied.isEmpty() ? "." : " that is not of another branch too."),
                "name a revision that is applied; current shows them.");
    }
}
