package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.AuthenticationFailedException;
import dev.waymark.error.DatabaseUnreachableException;
import dev.waymark.error.HistoryTableException;
import dev.waymark.error.InsufficientPrivilegeException;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.error.PendingRevisionsException;
import dev.waymark.error.ReadOnlyDatabaseException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.error.WaitTimedOutException;
import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every refusal tells what happened, what state the database is in, and what to do; and the database is in that state.
 */
class BadInputIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = migrator(new Artists(), new Albums(), new Tracks());

    @Nested
    class Connecting {

        @Test
        void toNowhere() {
            Migrator nowhere = Migrator.postgres("postgresql://someone:secret@localhost:1/nowhere")
                    .revisions(new Artists())
                    .build();

            assertThatThrownBy(nowhere::upgrade)
                    .isInstanceOf(DatabaseUnreachableException.class)
                    .hasMessage("""
                            Can't connect to database 'nowhere' on localhost:1: Connection to localhost:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.
                            The database was not touched.
                            To fix this: check that the server runs and accepts connections at that address, and that the network lets them through.""");
        }

        @Test
        void withAWrongPassword() throws Exception {
            askForPasswordsOf("guarded");
            Migrator guarded = Migrator.postgres(
                            "postgresql://guarded:wrong@localhost:%d/%s".formatted(database.port(), database.name()))
                    .revisions(new Artists())
                    .build();

            assertThatThrownBy(guarded::upgrade)
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessage("""
                            Not let into database '%s' on localhost:%d: FATAL: password authentication failed for user "guarded"
                            The database was not touched.
                            To fix this: check the user, the password, the name of the database, and the server's pg_hba.conf.""".formatted(database.name(), database.port()));
        }

        @Test
        void toADatabaseThatDoesNotExist() {
            Migrator missing = Migrator.postgres(
                            "postgresql://postgres@localhost:%d/no_such_database".formatted(database.port()))
                    .revisions(new Artists())
                    .build();

            assertThatThrownBy(missing::upgrade)
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessage("""
                            Not let into database 'no_such_database' on localhost:%d: FATAL: database "no_such_database" does not exist
                            The database was not touched.
                            To fix this: check the user, the password, the name of the database, and the server's pg_hba.conf.""".formatted(database.port()));
        }

        @Test
        void withAUrlThatIsNone() {
            assertThatThrownBy(() -> Migrator.postgres("mysql://someone:secret@localhost/x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The database URL is neither jdbc:postgresql://host:5432/database nor postgresql://user:password@host:5432/database");
        }

        private void askForPasswordsOf(String user) throws Exception {
            database.execute("drop role if exists " + user + "; create role " + user + " login password 'right'");
            Path rules = Path.of(database.query("show hba_file").get(0));
            String before = Files.readString(rules);
            if (!before.contains(user)) {
                Files.writeString(rules, "host all %s all scram-sha-256%n".formatted(user) + before);
                database.execute("select pg_reload_conf()");
                Thread.sleep(500);
            }
        }
    }

    @Nested
    class Permissions {

        @Test
        void noPrivilegeToCreateTheHistory() {
            database.execute("drop role if exists visitor; create role visitor login;"
                    + " revoke create on schema public from public");
            Migrator visiting = Migrator.postgres(database.dataSource("visitor"))
                    .revisions(new Artists())
                    .build();

            assertThatThrownBy(visiting::upgrade)
                    .isInstanceOf(InsufficientPrivilegeException.class)
                    .hasMessage("""
                            No privilege to create the history tables in schema "public": ERROR: permission denied for schema public
                            The database was not touched.
                            To fix this: grant the user CREATE on that schema, or keep the history in a schema of its own (Settings.withHistory).""");
            assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                    .containsExactly("0");
        }

        @Test
        void noPrivilegeToReadTheHistory() {
            migrator.upgrade("001");
            database.execute("drop role if exists reader; create role reader login");
            Migrator reading = Migrator.postgres(database.dataSource("reader"))
                    .revisions(new Artists())
                    .build();

            assertThatThrownBy(reading::upgrade)
                    .isInstanceOf(InsufficientPrivilegeException.class)
                    .hasMessage("""
                            No privilege to read the history: ERROR: permission denied for table waymark_revision
                            The database was not touched.
                            To fix this: grant the user SELECT, INSERT, UPDATE and DELETE on the history tables.""");
        }

        @Test
        void aServerThatAcceptsNoWrites() {
            database.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(ReadOnlyDatabaseException.class)
                    .hasMessage("""
                            the database of the given DataSource accepts no writes: it is a standby in recovery, or default_transaction_read_only is on.
                            The database was not touched.
                            To fix this: connect to the primary (targetServerType=primary), or allow the user to write.""");
            assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                    .containsExactly("0");
        }
    }

    @Nested
    class History {

        @Test
        void aTableOfAnotherShape() {
            database.execute("create table waymark_revision (id text, version integer)");

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(HistoryTableException.class)
                    .hasMessage("""
                            The table "public"."waymark_revision" is not a history table of this Waymark: ERROR: column "revises" does not exist.
                            The database was not touched.
                            To fix this: if the table belongs to something else, set another history schema or prefix (Settings.withHistory); if another Waymark made it, use that one.""");
        }

        @Test
        void anAppliedRevisionThatNobodyKnows() {
            migrator.upgrade("001");
            database.execute("update waymark_revision set id = 'mystery'; update waymark_head set id = 'mystery'");

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(UnknownRevisionException.class)
                    .hasMessage("""
                            The database has mystery applied, which no migration defines: none of them descends from a revision of this code, so the history belongs to other code, or the migrations were removed.
                            The database was not touched.
                            To fix this: deploy the code that has these migrations; or, if they are gone for good, stamp the database anew with stampPurged.""");
        }

        @Test
        void aDatabaseAheadOfTheCodeIsFineToStartOn() {
            migrator.upgrade();

            assertThat(migrator(new Artists(), new Albums()).upgrade().steps()).isEmpty();
            assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
        }

        @Test
        void aDowngradeFromBelowWhatIsNotKnown() {
            migrator.upgrade();

            assertThatThrownBy(() -> migrator(new Artists(), new Albums()).downgrade("001"))
                    .isInstanceOf(UnknownRevisionException.class)
                    .hasMessage("""
                            The database has 003 applied, which no migration defines: they require revisions that the downgrade would remove.
                            The database was not touched.
                            To fix this: downgrade with the newer build that has these migrations.""");
            assertThat(database.tables()).containsExactly("albums", "artists", "tracks");
        }

        @Test
        void aRevisionThatWasInterrupted() {
            migrator.upgrade();
            database.execute("update waymark_revision set state = 'applying', statements = 2 where id = '003';"
                    + " update waymark_head set digest = ''");

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(InterruptedRevisionException.class)
                    .hasMessage("""
                            Revision '003', which does not run in a transaction, was begun and did not finish.
                            2 of its statements are recorded as done; it is recorded as applying.
                            To fix this: look at what its statements have left, complete or undo it by hand, and then stamp the database: with '003' if it is complete, or with what it revises if it is undone.""");
        }

        @Test
        void aPlanForAnotherState() {
            Plan plan = migrator.plan("002");
            migrator.upgrade("001");

            assertThatThrownBy(() -> migrator.run(plan))
                    .isInstanceOf(StalePlanException.class)
                    .hasMessage("""
                            The plan was made for a database at base, but it is at 001.
                            The database was not touched.
                            To fix this: make a new plan and run that.""");
        }
    }

    @Nested
    class Starting {

        @Test
        void onADatabaseThatIsNotUpgraded() {
            migrator.upgrade("001");

            assertThatThrownBy(() -> migrator.start(StartMode.CHECK))
                    .isInstanceOf(PendingRevisionsException.class)
                    .hasMessage("""
                            2 revisions are not applied: 002, 003.
                            The database was not touched.
                            To fix this: run the upgrade, and then start the application.""");
        }

        @Test
        void waitingForAnUpgradeThatDoesNotCome() {
            Migrator impatient = Migrator.postgres(database.dataSource())
                    .revisions(new Artists())
                    .settings(Settings.defaults().withUpgradeWait(Duration.ZERO))
                    .build();

            assertThatThrownBy(() -> impatient.start(StartMode.WAIT))
                    .isInstanceOf(WaitTimedOutException.class)
                    .hasMessage("""
                            Waited 0 s for the database to be upgraded; still not applied: 001.
                            The database was not touched.
                            To fix this: see why the upgrade has not run or not finished (log() tells), or wait longer.""");
        }

        @Test
        void whileAnotherMigratorHoldsTheLock() throws Exception {
            Migrator impatient = Migrator.postgres(database.dataSource())
                    .revisions(new Artists())
                    .settings(Settings.defaults().withLockWait(Duration.ZERO))
                    .build();
            Migrator outer = migrator(new WithinItself(impatient));

            assertThatThrownBy(outer::upgrade)
                    .rootCause()
                    .isInstanceOf(LockNotAcquiredException.class)
                    .message()
                    .matches("""
                            Another migrator is still at work; waited 0 s for its lock\\.
                              Held by pid \\d+, 'waymark up 001' from 127\\.0\\.0\\.1, idle in transaction\\.
                              Its statement since \\d+ s: create table first \\(\\)
                            The database was not touched\\.
                            To fix this: let it finish and call again, wait longer \\(lockWait\\), or end its session if it hangs\\.""");
        }

        @Test
        void withoutAnyRevision() {
            assertThatThrownBy(() -> migrator())
                    .isInstanceOf(InvalidMigrationsException.class)
                    .hasMessage("""
                            The migrations can't be used:
                              No revisions were registered: the list is empty
                            The database was not touched.
                            To fix this: correct the named migrations and build again.""");
        }

        @Test
        void withAnIdThatATargetCouldNotName() {
            assertThatThrownBy(() -> migrator(new AtSign()))
                    .isInstanceOf(InvalidMigrationsException.class)
                    .hasMessage("""
                            The migrations can't be used:
                              dev.waymark.BadInputIT$AtSign: Illegal revision id 'a@b': use 1 to 100 of A-Z, a-z, 0-9, '_' and '.', since '@', '-', '+' and ':' have a meaning in targets
                            The database was not touched.
                            To fix this: correct the named migrations and build again.""");
        }

        @Test
        void anUnknownTarget() {
            assertThatThrownBy(() -> migrator.upgrade("nope")).isInstanceOf(NoSuchTargetException.class);
            assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                    .containsExactly("0");
        }

        @Test
        void aWayDownThatItsAuthorRulesOut() {
            Migrator oneWay = migrator(new Artists(), new OneWay(), new AfterOneWay());
            oneWay.upgrade();

            assertThatThrownBy(() -> oneWay.downgrade("001"))
                    .isInstanceOf(IrreversibleRevisionException.class)
                    .hasMessage("""
                            Revision '002' can't be undone: the old names are gone
                            Nothing was run; the database is as it was.
                            To fix this: stay above that revision, or restore a backup taken before it.""");
            assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
        }
    }

    private Migrator migrator(Migration<?>... migrations) {
        return Migrator.postgres(database.dataSource()).revisions(migrations).build();
    }

    /** Runs another migrator while its own holds the lock. */
    @Revision(id = "001")
    static final class WithinItself implements SqlMigration {

        private final Migrator inner;

        WithinItself(Migrator inner) {
            this.inner = inner;
        }

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table first ()");
            inner.upgrade();
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "a@b")
    static final class AtSign implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "001")
    static final class OneWay implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("alter table artists rename to people");
        }

        @Override
        public void down(SqlContext sql) {
            throw Irreversible.because("the old names are gone");
        }
    }

    @Revision(id = "003", revises = "002")
    static final class AfterOneWay implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table after_one_way ()");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table after_one_way");
        }
    }
}
