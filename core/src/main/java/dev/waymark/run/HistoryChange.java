package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of the history without running anything.
 *
 * @param event why: a stamp, an acceptance, or a harmless refactoring that is recorded again
 * @param removed the revisions that are to be taken out of the applied set
 * @param recorded the revisions that are to be put into it, or to be recorded again
 * @param headsBefore the applied heads, and what is half applied, that it was made for
 * @param heads the applied heads afterwards
 * @param run which run it belongs to
 */
public record HistoryChange(
        LogEntry.Event event,
        List<RevisionId> removed,
        List<Recorded> recorded,
        List<RevisionId> headsBefore,
        List<RevisionId> heads,
        UUID run) {

    /** Copies the lists. */
    public HistoryChange {
        removed = List.copyOf(removed);
        recorded = List.copyOf(recorded);
        headsBefore = List.copyOf(headsBefore);
        heads = List.copyOf(heads);
    }

    /**
     * A revision as it is to be recorded.
     *
     * @param info what it says of itself
     * @param requires the ids that it requires
     * @param checksum the checksum of its source; empty if it has none
     * @param digest its digest
     */
    public record Recorded(RevisionInfo info, List<RevisionId> requires, Optional<String> checksum, String digest) {}
}
