package dev.waymark.postgres;

import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.postgres.RecordingSqlContext.Answer;
import dev.waymark.run.Rehearsal;
import java.sql.Connection;
import java.util.List;

/**
 * Finds out what a migration would run, without running it.
 *
 * @param connection for what the driver has to know; nothing is sent to the server
 * @param migration the migration
 * @param direction which way
 */
record RehearsalRoom(Connection connection, Migration<SqlContext> migration, Direction direction) {

    /** Twice where the first time could be told from the second by how many rows were changed. */
    Rehearsed rehearsed() {
        RecordingSqlContext first = new RecordingSqlContext(connection, migration.getClass(), Answer.NO_ROWS);
        Rehearsal outcome = outcome(first);
        List<String> statements = first.recording().statements();
        if (outcome instanceof Rehearsal.Statements && first.changesRows()) {
            RecordingSqlContext second = new RecordingSqlContext(connection, migration.getClass(), Answer.ONE_ROW_ONCE);
            if (!outcome(second).equals(outcome)) {
                outcome = new Rehearsal.Unknown("it depends on how many rows its statements change");
            }
        }
        return new Rehearsed(statements, outcome);
    }

    private Rehearsal outcome(RecordingSqlContext context) {
        try {
            if (direction == Direction.UP) {
                migration.up(context);
            } else {
                migration.down(context);
            }
            return new Rehearsal.Statements(context.recording().statements());
        } catch (Irreversible e) {
            return new Rehearsal.CannotBeUndone(String.valueOf(e.getMessage()));
        } catch (Exception | LinkageError | AssertionError e) {
            return new Rehearsal.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What came of it.
     *
     * @param statements the statements that can be told, even if there are others that can't
     * @param outcome what is known of the whole
     */
    record Rehearsed(List<String> statements, Rehearsal outcome) {}
}
