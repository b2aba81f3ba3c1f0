package dev.waymark.plan;

import dev.waymark.error.OtherBranchException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.graph.Resolution;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.graph.Target;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to go so that a target is left. */
final class Descent {

    private final RevisionGraph graph;
    private final Set<RevisionId> applied;
    private final String target;
    private final boolean onNamedBranch;
    private final Optional<RevisionId> left;
    private final Optional<Set<RevisionId>> branch;

    Descent(RevisionGraph graph, Set<RevisionId> applied, Resolution resolution) {
        this.graph = graph;
        this.applied = applied;
        this.target = resolution.target().toString();
        this.onNamedBranch = resolution.target() instanceof Target.OnBranch;
        this.left = resolution.revisions().stream().findFirst();
        this.branch = resolution.branch().map(graph::lineage);
    }

    /** In the order of the graph. */
    Set<RevisionId> removed() {
        left.filter(id -> !applied.contains(id)).ifPresent(id -> {
            throw notApplied(id);
        });
        List<RevisionId> lowest = lowest();
        if (onNamedBranch) {
            refuseOtherBranches(lowest);
        }
        return applied(graph.from(lowest));
    }

    /** The revisions next above what is left: the bases, where that is nothing. */
    private List<RevisionId> lowest() {
        Collection<RevisionId> above =
                left.<Collection<RevisionId>>map(graph::revisedBy).orElseGet(graph::bases);
        return above.stream()
                .filter(id -> branch.isEmpty() || branch.get().contains(id))
                .toList();
    }

    /** What merely depends on the branch may go with it; what descends from its trunk some other way may not. */
    private void refuseOtherBranches(List<RevisionId> lowest) {
        branch.ifPresent(lineage -> {
            Set<RevisionId> others = applied(graph.descendants(lowest));
            others.removeAll(lineage);
            if (!others.isEmpty()) {
                throw new OtherBranchException(
                        target, others.stream().map(RevisionId::value).toList());
            }
        });
    }

    private Set<RevisionId> applied(Set<RevisionId> ids) {
        Set<RevisionId> common = new LinkedHashSet<>(ids);
        common.retainAll(applied);
        return common;
    }

    private TargetOutOfRangeException notApplied(RevisionId id) {
        return new TargetOutOfRangeException(
                target,
                Reason.NOT_APPLIED,
                "a downgrade ends at an applied revision, and '%s' is not applied.".formatted(id),
                "name an applied revision, or upgrade to '%s'.".formatted(id));
    }
}
