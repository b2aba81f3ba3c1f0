package dev.waymark.graph;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** STUB: signatures only. */
@SuppressWarnings("DoNotCallSuggester")
public final class RevisionGraph {

    private RevisionGraph() {}

    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        throw new UnsupportedOperationException();
    }

    /** All revisions, each after all that it requires; always in the same order. */
    public List<RevisionInfo> revisions() {
        throw new UnsupportedOperationException();
    }

    public boolean contains(RevisionId id) {
        throw new UnsupportedOperationException();
    }

    public RevisionInfo revision(RevisionId id) {
        throw new UnsupportedOperationException();
    }

    /** Parents and dependencies (labels resolved), without repetition. */
    public List<RevisionId> requires(RevisionId id) {
        throw new UnsupportedOperationException();
    }

    /** Dependencies alone, labels resolved. */
    public List<RevisionId> dependsOn(RevisionId id) {
        throw new UnsupportedOperationException();
    }

    public Set<RevisionId> bases() {
        throw new UnsupportedOperationException();
    }

    /** Heads of branches: nothing revises them. */
    public Set<RevisionId> heads() {
        throw new UnsupportedOperationException();
    }

    /** Nothing requires them, be it by revises or by dependsOn. */
    public Set<RevisionId> effectiveHeads() {
        throw new UnsupportedOperationException();
    }

    /** Branch points with the revisions that revise each. */
    public Map<RevisionId, List<RevisionId>> branches() {
        throw new UnsupportedOperationException();
    }

    /** The labels that reach a revision (spread). */
    public Set<Label> labels(RevisionId id) {
        throw new UnsupportedOperationException();
    }

    /** These and all that they require, in order. */
    public Set<RevisionId> upTo(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException();
    }

    /** These and all that require them, in order. */
    public Set<RevisionId> from(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException();
    }

    /**
     * SHA-256 (hex) of each revision: over its id, its checksum ("" where absent) and the digests of all it requires.
     */
    public Map<RevisionId, String> digests(Map<RevisionId, String> checksums) {
        throw new UnsupportedOperationException();
    }
}
