package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision as a database's history has it.
 *
 * @param info what it said of itself when it was applied; of what it depends on, the ids; without a database
 * @param requires what it revises and depends on, as it was when it was applied
 * @param checksum the checksum of its source when it was applied; empty if it had none
 * @param digest its digest when it was applied; may be empty
 * @param state whether its step has finished
 * @param statements how many statements of an unfinished step are done
 * @param execution when, by whom and for how long
 */
public record AppliedRevision(
        RevisionInfo info,
        List<RevisionId> requires,
        Optional<String> checksum,
        String digest,
        State state,
        int statements,
        Execution execution) {

    /** Copies the list. */
    public AppliedRevision {
        requires = List.copyOf(requires);
    }

    /** {@return its id} */
    public RevisionId id() {
        return info.id();
    }

    /** Whether a revision's step has finished. */
    public enum State {
        /** Its {@code up} is done. */
        APPLIED,
        /** Its {@code up}, which has no transaction, was begun. */
        APPLYING,
        /** Its {@code down}, which has no transaction, was begun. */
        REMOVING
    }

    /**
     * How a revision came to be applied.
     *
     * @param at when, by the clock of the database
     * @param by the database user
     * @param took how long its step took; zero for a stamp
     */
    public record Execution(Instant at, String by, Duration took) {}
}
