package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the append-only log.
 *
 * @param at when, by the clock of the database
 * @param event what happened
 * @param revision to which revision
 * @param by the database user
 * @param from the client's address as the server sees it, empty for a local socket; of Neo4j the name of the client's
 *     host
 * @param took how long it took
 * @param detail what went wrong, for a failure; else empty
 * @param origin which run by which Waymark
 */
public record LogEntry(
        Instant at,
        Event event,
        Optional<RevisionId> revision,
        String by,
        String from,
        Duration took,
        String detail,
        Origin origin) {

    /** What can happen to an applied set. */
    public enum Event {
        /** A revision went up. */
        UPGRADE,
        /** A revision went down. */
        DOWNGRADE,
        /** A revision was put into the applied set without running it. */
        STAMP,
        /** A revision was taken out of the applied set without running it. */
        UNSTAMP,
        /** A revision's checksum or digest was recorded again, since what it runs has not changed. */
        REFRESH,
        /** A changed revision was recorded again because somebody asked for it. */
        ACCEPT,
        /** A step failed. */
        FAILURE
    }

    /**
     * Where an entry comes from.
     *
     * @param run the run that wrote it
     * @param waymark the version of Waymark that wrote it
     */
    public record Origin(UUID run, String waymark) {}
}
