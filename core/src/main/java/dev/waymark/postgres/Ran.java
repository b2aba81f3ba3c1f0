package dev.waymark.postgres;

import dev.waymark.run.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a step ran, for the record.
 *
 * @param sql the statements that it ran
 * @param wayBack what its way down would run
 * @param statements how many statements it ran
 * @param took how long it took
 */
record Ran(String sql, Rehearsal wayBack, int statements, Duration took) {

    static final Ran NOTHING = new Ran("", new Rehearsal.Unknown("the step has not finished"), 0, Duration.ZERO);

    /** The statements of the way down; empty if they can't be known. */
    Optional<List<String>> downSql() {
        return wayBack instanceof Rehearsal.Statements known ? Optional.of(known.statements()) : Optional.empty();
    }

    /** Why the way down is not recorded; empty if it is. */
    String downNote() {
        if (wayBack instanceof Rehearsal.CannotBeUndone cannot) {
            return "it can't be undone: " + cannot.reason();
        }
        return wayBack instanceof Rehearsal.Unknown unknown ? unknown.reason() : "";
    }
}
