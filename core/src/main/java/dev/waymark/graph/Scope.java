package dev.waymark.graph;

import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which part of the graph a target is confined to: a branch's lineage, or nothing less than the whole. */
final class Scope {

    private final RevisionGraph graph;
    private final Target target;
    private final Optional<RevisionId> branch;
    private final Set<RevisionId> lineage;

    private Scope(RevisionGraph graph, Target target, Optional<RevisionId> branch) {
        this.graph = graph;
        this.target = target;
        this.branch = branch;
        this.lineage = branch.map(graph::lineage).orElse(Set.of());
    }

    static Scope whole(RevisionGraph graph, Target target) {
        return new Scope(graph, target, Optional.empty());
    }

    static Scope branch(RevisionGraph graph, Target target, String name) {
        return new Scope(graph, target, Optional.of(graph.named(name)));
    }

    /** The whole target, as it was asked for. */
    Target target() {
        return target;
    }

    Optional<RevisionId> branch() {
        return branch;
    }

    boolean contains(RevisionId id) {
        return branch.isEmpty() || lineage.contains(id);
    }

    List<RevisionId> within(Collection<RevisionId> ids) {
        return ids.stream().filter(this::contains).toList();
    }

    RevisionId named(String name) {
        if (branch.isEmpty()) {
            return graph.named(name);
        }
        RevisionId named = graph.named(name, lineage);
        if (!contains(named)) {
            throw new TargetOutOfRangeException(
                    target.toString(),
                    Reason.NOT_IN_BRANCH,
                    "'%s' is neither an ancestor nor a descendant of '%s'.".formatted(named, branch.get()),
                    "name a revision of that branch, or leave out the branch: '%s'.".formatted(named));
        }
        return named;
    }
}
