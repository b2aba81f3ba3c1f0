package dev.waymark.plan;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;

/**
 * One revision going up or down.
 *
 * @param revision what the revision says of itself
 * @param direction which way it goes
 */
public record Step(RevisionInfo revision, Direction direction) {

    /** {@return the id of the revision} */
    public RevisionId id() {
        return revision.id();
    }
}
