package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import java.util.List;

/**
 * What a step does to the applied heads of one database.
 *
 * @param before the heads that must be there before it, sorted
 * @param after the heads that are there after it, sorted
 */
public record HeadChange(List<RevisionId> before, List<RevisionId> after) {

    /** Copies the lists. */
    public HeadChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
