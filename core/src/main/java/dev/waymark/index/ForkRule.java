package dev.waymark.index;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds unmerged forks: two heads that descend from one revision, neither with a label of its own since then. Mostly
 * they are an accident of two people who worked at the same time. An arm with a label is there on purpose.
 */
final class ForkRule {

    /** The compiler option that makes it a warning. */
    static final String OPTION = "waymark.forks";

    private final RevisionGraph graph;

    ForkRule(RevisionGraph graph) {
        this.graph = graph;
    }

    /** {@return each head that has an earlier one to be merged with, once} */
    List<Fork> forks() {
        List<Arm> arms = graph.heads().stream().sorted().map(this::arm).toList();
        List<Fork> forks = new ArrayList<>();
        for (int later = 1; later < arms.size(); later++) {
            fork(arms.subList(0, later), arms.get(later)).ifPresent(forks::add);
        }
        return forks;
    }

    private Optional<Fork> fork(List<Arm> earlier, Arm later) {
        return earlier.stream()
                .flatMap(arm -> forkPoint(arm, later)
                        .filter(point -> !hasOwnLabel(arm, later) && !hasOwnLabel(later, arm))
                        .map(point -> new Fork(point, arm.head(), later.head()))
                        .stream())
                .findFirst();
    }

    /** The last revision that both descend from. */
    private Optional<RevisionId> forkPoint(Arm one, Arm other) {
        return graph.revisions().stream()
                .map(RevisionInfo::id)
                .filter(id -> one.line().contains(id) && other.line().contains(id))
                .reduce((before, after) -> after);
    }

    private boolean hasOwnLabel(Arm arm, Arm other) {
        return arm.line().stream()
                .filter(id -> !other.line().contains(id))
                .anyMatch(id -> !graph.revision(id).labels().isEmpty());
    }

    private Arm arm(RevisionId head) {
        Set<RevisionId> line = new HashSet<>(Set.of(head));
        Deque<RevisionId> next = new ArrayDeque<>(line);
        while (!next.isEmpty()) {
            graph.revision(next.remove()).revises().stream().filter(line::add).forEach(next::add);
        }
        return new Arm(head, line);
    }

    /** A head and all that it descends from. */
    private record Arm(RevisionId head, Set<RevisionId> line) {}

    /**
     * An unmerged fork.
     *
     * @param point the last revision that both heads descend from
     */
    record Fork(RevisionId point, RevisionId one, RevisionId other) {

        String text() {
            return ("Revisions '%s' and '%s' are two heads of one branch: both descend from '%s', and neither has a label"
                            + " of its own since then. Merge them with a revision that revises both, or label the branches.")
                    .formatted(one, other, point);
        }
    }
}
