package dev.waymark.neo4j;

import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.neo4j.RecordingCypherContext.Answer;
import dev.waymark.plan.Direction;
import dev.waymark.run.Rehearsal;
import java.util.List;

/**
 * Finds out what a migration would run, without running it. Nothing is sent to the server.
 *
 * @param migration the migration
 * @param direction which way
 */
record RehearsalRoom(Migration<CypherContext> migration, Direction direction) {

    /** Twice, since the first time could be told from the second by what was changed. */
    Rehearsed rehearsed() {
        RecordingCypherContext first = new RecordingCypherContext(migration.getClass(), Answer.NOTHING);
        Rehearsal outcome = outcome(first);
        if (outcome instanceof Rehearsal.Statements) {
            RecordingCypherContext second = new RecordingCypherContext(migration.getClass(), Answer.ONE_ONCE);
            if (!outcome(second).equals(outcome)) {
                outcome = new Rehearsal.Unknown("it depends on what its statements change");
            }
        }
        return new Rehearsed(first.recording(), outcome);
    }

    /** The constraints and indexes that it would make, as far as it can be told. */
    List<SchemaElement> created() {
        RecordingCypherContext context = new RecordingCypherContext(migration.getClass(), Answer.NOTHING);
        Rehearsal unused = outcome(context);
        return context.created();
    }

    private Rehearsal outcome(RecordingCypherContext context) {
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
}
