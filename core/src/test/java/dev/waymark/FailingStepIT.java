package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Second;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.LambdaSteps.Third;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.TransactionScope;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that fails leaves the database as the message says. */
class FailingStepIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aStatementThatTheServerRefuses() {
        Step bad = sql -> sql.execute("create table albums (); create table oops (id no_such_type)");

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(StatementFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: type "no_such_type" does not exist
                          create table oops (id no_such_type)
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: correct the statement, and upgrade again.""");
        assertThat(database.tables()).containsExactly("artists");
        assertThat(database.applied()).containsExactly("001 (head)");
        assertThat(database.query(
                        "select event || ' ' || revision || ': ' || detail from waymark_log order by position"))
                .containsExactly(
                        "upgrade 001: ",
                        "failure 002: The up of '002' failed: ERROR: type \"no_such_type\" does not exist");
    }

    @Test
    void whateverElseAMigrationThrows() {
        Step bad = sql -> {
            sql.execute("create table albums ()");
            throw new IllegalStateException("no such genre");
        };

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        The up of '002' failed: java.lang.IllegalStateException: no such genre
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: correct the migration, and upgrade again.""");
        assertThat(database.tables()).containsExactly("artists");
    }

    @Test
    void aFailureThatAMigrationSwallowed() {
        Step bad = sql -> {
            try {
                sql.execute("select no_such_column");
            } catch (StatementFailedException e) {
                // as a careless author would
            }
        };

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: column "no_such_column" does not exist
                          select no_such_column
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: correct the statement, and upgrade again.""");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void aStatementThatCannotRunInATransaction() {
        Step bad = sql -> sql.execute("create index concurrently on artists (id)");

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: The migrations can't be used:
                          Revision '002' runs in a transaction, unless it says transactional = false, and PostgreSQL refuses there:
                            create index concurrently on artists (id)
                        The step was not begun.
                        Done before it: 001. Not run: 003.
                        To fix this: correct the named migrations and build again.""");
    }

    @Test
    void aStatementThatOnlyTheServerKnowsToRefuseInATransaction() {
        Step bad = sql -> sql.execute("cluster");

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: CLUSTER cannot run inside a transaction block
                          cluster
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: set transactional = false on the revision, which then runs that statement by itself, and upgrade again.""");
    }

    @Test
    void inOneTransactionNothingOfTheRunStays() {
        Step bad = sql -> sql.execute("create table oops (id no_such_type)");
        Migrator together = Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Second(bad), new Third())
                .settings(Settings.defaults().withTransactions(TransactionScope.RUN))
                .build();

        assertThatThrownBy(together::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: type "no_such_type" does not exist
                          create table oops (id no_such_type)
                        The whole run was rolled back.
                        Done before it: nothing. Not run: 003.
                        To fix this: correct the statement, and upgrade again.""");
        assertThat(database.tables()).isEmpty();
        assertThat(database.applied()).isEmpty();
    }

    @Test
    void aConnectionThatIsCutInAStep() {
        Step bad = sql -> sql.execute("select pg_terminate_backend(pg_backend_pid())");

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: The connection to the database of the given DataSource was lost: FATAL: terminating connection due to administrator command
                        The step is rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: check the server and the network, and upgrade again.""");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void anErrorThatAMigrationThrows() {
        Step bad = sql -> {
            throw new AssertionError("not so");
        };

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(AssertionError.class);
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void aStatementOnTheConnectionItselfIsNotTakenForTheCommit() {
        Step bad = sql -> {
            try (Statement statement = sql.connection().createStatement()) {
                statement.execute("select no_such_column");
            }
        };

        assertThatThrownBy(() -> LambdaSteps.migrator(database, bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith(
                        "The up of '002' failed: org.postgresql.util.PSQLException: ERROR: column \"no_such_column\" does not exist\n"
                                + "The step was rolled back.");
    }

    @Test
    void aStepThatFailsInItsCommitIsNeverToldAsFinished() {
        List<RunEvent> events = new ArrayList<>();
        Step bad = sql -> sql.execute(
                "create table t (id integer unique deferrable initially deferred); insert into t values (1), (1)");

        assertThatThrownBy(() -> Migrator.postgres(database.dataSource())
                        .revisions(new Artists(), new Second(bad), new Third())
                        .listener(events::add)
                        .build()
                        .upgrade())
                .isInstanceOf(StepFailedException.class);

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .filteredOn(name -> !name.startsWith("Statement"))
                .containsExactly("Planned", "Preflighted", "StepStarted", "StepFinished", "StepStarted", "StepFailed");
    }

    @Test
    void aWayDownThatBreaksWhenItIsRehearsedDoesNotBreakTheWayUp() {
        Migrators.on(database, new Artists(), new BrokenDown()).upgrade();

        assertThat(database.query("select down_sql is null from waymark_revision where id = '002'"))
                .containsExactly("t");
    }

    @Revision(id = "002", revises = "001")
    record BrokenDown() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {
            throw new NoClassDefFoundError("gone");
        }
    }
}
