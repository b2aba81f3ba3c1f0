package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Alone;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.StepFailedException;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.Settings;
import dev.waymark.run.TransactionScope;
import org.junit.jupiter.api.Test;

/** What a revision without a transaction has done stays, and is recorded as far as it came. */
class NonTransactionalStepIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRevisionWithoutATransactionInARunThatIsToBeOne() {
        Migrator together = Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Alone(sql -> {}))
                .settings(Settings.defaults().withTransactions(TransactionScope.RUN))
                .build();

        assertThatThrownBy(together::upgrade)
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          Revision '002' does not run in a transaction, and one transaction for the whole run was asked for
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aRevisionWithoutATransactionThatFailsHalfWayIsRecordedAsFarAsItCame() {
        Step bad = sql -> sql.execute("create table albums (); create table oops (id no_such_type)");

        assertThatThrownBy(() -> Migrator.postgres(database.dataSource())
                        .revisions(new Artists(), new Alone(bad))
                        .build()
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: type "no_such_type" does not exist
                          create table oops (id no_such_type)
                        It does not run in a transaction, so what its finished statements did stays, and is recorded.
                        Done before it: 001. Not run: nothing.
                        To fix this: correct the statement, and upgrade again: it goes on with the statement that failed.""");
        assertThat(database.tables()).containsExactly("albums", "artists");
        assertThat(database.query("select id || ' ' || state || ' ' || statements from waymark_revision order by id"))
                .containsExactly("001 applied 1", "002 applying 1");
    }
}
