package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Step;
import dev.waymark.error.StepFailedException;
import dev.waymark.error.TransactionEndedException;
import dev.waymark.postgres.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** A migration can't end the transaction of its step unnoticed. */
class TransactionGuardIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aMigrationThatRunsCommit() {
        Step bad = sql -> sql.execute("create table albums (); commit");

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(TransactionEndedException.class)
                .hasMessage("""
                        The up of '002' failed: A migration tried to run 'commit', which is not its to do.
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: leave commit, rollback and close to Waymark; a revision that can't run in a transaction says so (transactional = false), and upgrade again.""");
        assertThat(database.tables()).containsExactly("artists");
    }

    @Test
    void aMigrationThatCommitsOrClosesItsConnection() {
        List<Step> endings = List.of(
                sql -> sql.connection().commit(),
                sql -> sql.connection().rollback(),
                sql -> sql.connection().close(),
                sql -> sql.connection().setAutoCommit(true));

        for (Step ending : endings) {
            assertThatThrownBy(() -> LambdaSteps.migrator(database, ending).upgrade())
                    .hasCauseInstanceOf(TransactionEndedException.class);
            assertThat(database.applied()).containsExactly("001 (head)");
        }
    }

    @Test
    void aMigrationThatGetsPastTheGuardAndCommits() {
        Step bad = sql -> {
            sql.execute("create table albums ()");
            Connection raw = sql.connection().unwrap(PgConnection.class);
            raw.commit();
        };

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(TransactionEndedException.class)
                .hasMessage("""
                        The up of '002' failed: The migration ended the transaction of its step.
                        The step is not recorded, but what it did before it ended its transaction is committed and stays.
                        Done before it: 001. Not run: 003.
                        To fix this: undo that by hand, or complete it and stamp '002'; and leave commit, rollback and close to Waymark; a revision that can't run in a transaction says so (transactional = false).""");
        assertThat(database.tables()).containsExactly("albums", "artists");
        assertThat(database.applied()).containsExactly("001 (head)");
    }
}
