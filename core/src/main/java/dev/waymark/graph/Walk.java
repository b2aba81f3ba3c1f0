package dev.waymark.graph;

import static java.util.stream.Collectors.joining;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Counts revisions up or down a line, by {@code revises} alone. Where the line forks, it does not choose. */
final class Walk {

    /** What to do where there are fewer revisions than asked for. */
    enum PastTheEnd {
        REFUSE,
        STOP
    }

    private final RevisionGraph graph;
    private final Scope scope;
    private final PastTheEnd pastTheEnd;

    Walk(RevisionGraph graph, Scope scope, PastTheEnd pastTheEnd) {
        this.graph = graph;
        this.scope = scope;
        this.pastTheEnd = pastTheEnd;
    }

    /**
     * Where a walk ends.
     *
     * @param start where to begin; none is base
     * @param steps how many: up if positive, down if negative
     * @return where it ends; none is base
     */
    Optional<RevisionId> from(Optional<RevisionId> start, int steps) {
        return steps < 0 ? down(start, -steps) : up(start, steps);
    }

    private Optional<RevisionId> up(Optional<RevisionId> start, int steps) {
        Optional<RevisionId> at = start;
        for (int left = steps; left > 0; left--) {
            List<RevisionId> next = scope.within(
                    at.<Collection<RevisionId>>map(graph::revisedBy).orElseGet(graph::bases));
            if (next.isEmpty()) {
                return end(at, steps, left);
            }
            at = Optional.of(only(next, "the way up forks", "+", left - 1));
        }
        return at;
    }

    private Optional<RevisionId> down(Optional<RevisionId> start, int steps) {
        Optional<RevisionId> at = start;
        for (int left = steps; left > 0; left--) {
            if (at.isEmpty()) {
                return end(at, -steps, left);
            }
            List<RevisionId> next = graph.revision(at.get()).revises();
            at = next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            only(next, "the way down forks at the merge '%s'".formatted(at.get()), "-", left - 1));
        }
        return at;
    }

    private RevisionId only(List<RevisionId> next, String fork, String sign, int left) {
        if (next.size() == 1) {
            return next.get(0);
        }
        throw new AmbiguousTargetException(
                scope.target().toString(),
                next.stream().map(id -> "'" + id + "'").collect(joining(" and ", fork + ", to ", ".")),
                next.stream()
                        .map(id -> left == 0 ? id.value() : id + sign + left)
                        .toList());
    }

    private Optional<RevisionId> end(Optional<RevisionId> at, int steps, int left) {
        if (pastTheEnd == PastTheEnd.STOP) {
            return at;
        }
        int there = Math.abs(steps) - left;
        throw new TargetOutOfRangeException(
                scope.target().toString(),
                Reason.PAST_THE_END,
                "it counts %d %s, but there %s %d."
                        .formatted(
                                Math.abs(steps), steps < 0 ? "down" : "up", there == 1 ? "is only" : "are only", there),
                there == 0
                        ? "name a revision; there is none to count in that direction."
                        : "count no further than %d, or name a revision.".formatted(there));
    }
}
