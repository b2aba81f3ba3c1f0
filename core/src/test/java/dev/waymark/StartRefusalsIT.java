package dev.waymark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.PendingRevisionsException;
import dev.waymark.error.WaitTimedOutException;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever comes too early, or waits in vain, is told for what. */
class StartRefusalsIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

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
        Migrator outer = Migrators.on(database, new WithinItself(impatient));

        assertThatThrownBy(outer::upgrade)
                .rootCause()
                .isInstanceOf(LockNotAcquiredException.class)
                .message()
                .matches("""
                        Another migrator is still at work; waited 0 s for its lock\\.
                          Held for \\d+ s by pid \\d+, 'PostgreSQL JDBC Driver / waymark up 001' from 127\\.0\\.0\\.1, idle in transaction for \\d+ s: create table first \\(\\)
                        The database was not touched\\.
                        To fix this: let it finish and call again, wait longer \\(lockWait\\), or end its session if it hangs\\.""");
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
}
