package dev.waymark.plan;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Set;

/** STUB: signatures only. */
@SuppressWarnings("DoNotCallSuggester")
public final class Planner {

    public Planner(RevisionGraph graph) {}

    public Plan upgrade(Set<RevisionId> applied, List<String> targets) {
        throw new UnsupportedOperationException();
    }

    public Plan downgrade(Set<RevisionId> applied, String target) {
        throw new UnsupportedOperationException();
    }

    /** The applied set that a stamp leaves. */
    public Set<RevisionId> stamp(Set<RevisionId> applied, List<String> targets) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<RevisionInfo> history(Set<RevisionId> applied, String range) {
        throw new UnsupportedOperationException();
    }

    /** What a target names, for show and accept; "current" allowed. */
    public List<RevisionInfo> resolve(Set<RevisionId> applied, String target) {
        throw new UnsupportedOperationException();
    }
}
