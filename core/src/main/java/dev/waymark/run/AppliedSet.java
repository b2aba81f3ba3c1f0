package dev.waymark.run;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The applied set of one database while a run changes it. Its heads are those that no other of its revisions requires;
 * they are kept up to date step by step, so that a step costs what its edges cost and not what the set does.
 */
final class AppliedSet {

    private final Map<RevisionId, Collection<RevisionId>> requirements = new HashMap<>();
    private final Map<RevisionId, Integer> dependents = new HashMap<>();
    private final TreeSet<RevisionId> heads = new TreeSet<>();

    /** What is applied; a revision that is being applied is not. */
    static AppliedSet of(Collection<AppliedRevision> revisions) {
        AppliedSet set = new AppliedSet();
        revisions.stream()
                .filter(revision -> revision.state() != AppliedRevision.State.APPLYING)
                .forEach(revision -> set.add(revision.id(), revision.requires()));
        return set;
    }

    /** The applied heads, and what is being applied: all that the history has as heads. */
    static List<RevisionId> headsOf(Collection<AppliedRevision> revisions) {
        return Stream.concat(
                        of(revisions).heads().stream(),
                        revisions.stream()
                                .filter(revision -> revision.state() == AppliedRevision.State.APPLYING)
                                .map(AppliedRevision::id))
                .sorted()
                .toList();
    }

    boolean contains(RevisionId id) {
        return requirements.containsKey(id);
    }

    /** Whether a step can be made on it. */
    boolean allows(Step step, Collection<RevisionId> requires) {
        return step.direction() == Direction.UP
                ? requirements.keySet().containsAll(requires)
                : dependents.getOrDefault(step.id(), 0) == 0;
    }

    HeadChange add(RevisionId id, Collection<RevisionId> requires) {
        List<RevisionId> before = heads();
        requirements.put(id, requires);
        for (RevisionId required : requires) {
            dependents.merge(required, 1, Integer::sum);
            heads.remove(required);
        }
        if (dependents.getOrDefault(id, 0) == 0) {
            heads.add(id);
        }
        return new HeadChange(before, heads());
    }

    HeadChange remove(RevisionId id) {
        List<RevisionId> before = heads();
        heads.remove(id);
        for (RevisionId required : requirements.getOrDefault(id, List.of())) {
            boolean free = dependents.merge(required, -1, Integer::sum) == 0;
            if (free && requirements.containsKey(required)) {
                heads.add(required);
            }
        }
        requirements.remove(id);
        return new HeadChange(before, heads());
    }

    List<RevisionId> heads() {
        return List.copyOf(heads);
    }
}
