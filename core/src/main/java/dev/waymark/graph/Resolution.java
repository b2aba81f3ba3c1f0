package dev.waymark.graph;

import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What a target turned out to mean.
 *
 * @param target the target
 * @param revisions the revisions it names, in the graph's order; none is the state before the first revision
 * @param branch the revision whose lineage the target is confined to, if it is
 */
public record Resolution(Target target, List<RevisionId> revisions, Optional<RevisionId> branch) {

    /** Copies the list. */
    public Resolution {
        revisions = List.copyOf(revisions);
    }
}
