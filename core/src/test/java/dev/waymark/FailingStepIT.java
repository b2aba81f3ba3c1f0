package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.error.TransactionEndedException;
import dev.waymark.migration.Migration;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.TransactionScope;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** A step that fails leaves the database as the message says. */
class FailingStepIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aStatementThatTheServerRefuses() {
        Step bad = sql -> sql.execute("create table albums (); create table oops (id no_such_type)");

        assertThatThrownBy(() -> migrator(bad).upgrade())
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

        assertThatThrownBy(() -> migrator(bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        The up of '002' failed: java.lang.IllegalStateException: no such genre
                        The step was rolled back.
                        Done before it: 001. Not run: 003.
                        To fix this: correct the migration and upgrade again.""");
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

        assertThatThrownBy(() -> migrator(bad).upgrade())
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
    void aMigrationThatRunsCommit() {
        Step bad = sql -> sql.execute("create table albums (); commit");

        assertThatThrownBy(() -> migrator(bad).upgrade())
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
            assertThatThrownBy(() -> migrator(ending).upgrade()).hasCauseInstanceOf(TransactionEndedException.class);
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

        assertThatThrownBy(() -> migrator(bad).upgrade())
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

    @Test
    void aStatementThatCannotRunInATransaction() {
        Step bad = sql -> sql.execute("create index concurrently on artists (id)");

        assertThatThrownBy(() -> migrator(bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: ERROR: CREATE INDEX CONCURRENTLY cannot run inside a transaction block
                          create index concurrently on artists (id)
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
                        It does not run in a transaction, so what its finished statements did stays; history() tells how many they are.
                        Done before it: 001. Not run: nothing.
                        To fix this: look at what they have left, complete or undo it by hand, and then stamp the database: with '002' if it is complete, or with what it revises if it is undone.""");
        assertThat(database.tables()).containsExactly("albums", "artists");
        assertThat(database.query("select id || ' ' || state || ' ' || statements from waymark_revision order by id"))
                .containsExactly("001 applied 1", "002 applying 1");
    }

    @Test
    void aConnectionThatIsCutInAStep() {
        Step bad = sql -> sql.execute("select pg_terminate_backend(pg_backend_pid())");

        assertThatThrownBy(() -> migrator(bad).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: The connection to the database of the given DataSource was lost: FATAL: terminating connection due to administrator command
                        The connection was lost; unless the server was just committing, the step is rolled back. history() and log() tell.
                        Done before it: 001. Not run: 003.
                        To fix this: check the server and the network, and upgrade again.""");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void aTableLockedBySomebodyElseIsTriedAgainUntilItIsFree() throws Exception {
        List<RunEvent> retries = new ArrayList<>();
        Step alter = sql -> sql.execute("alter table artists add column name text");
        migrator(alter).upgrade("001");
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from artists");
            Migrator patient = Migrator.postgres(database.dataSource())
                    .revisions(new Artists(), new Second(alter), new Third())
                    .settings(Settings.defaults().withLockTimeout(Duration.ofMillis(50)))
                    .listener(event -> {
                        if (event instanceof RunEvent.StepRetried && retries.add(event)) {
                            rollback(reader);
                        }
                    })
                    .build();

            patient.upgrade();
        }

        assertThat(retries).hasSize(1);
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Migrator migrator(Step second) {
        Migration<?>[] migrations = {new Artists(), new Second(second), new Third()};
        return Migrator.postgres(database.dataSource()).revisions(migrations).build();
    }

    private interface Step {

        void run(SqlContext sql) throws Exception;
    }

    @Revision(id = "002", revises = "001")
    record Second(Step step) implements SqlMigration {

        @Override
        public void up(SqlContext sql) throws Exception {
            step.run(sql);
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "001", transactional = false)
    record Alone(Step step) implements SqlMigration {

        @Override
        public void up(SqlContext sql) throws Exception {
            step.run(sql);
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "003", revises = "002")
    record Third() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }
}
