package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A step waits for a long reader of the table that it alters, and whoever comes after it queues behind the step: not
 * for as long as the reader reads, but for the step's {@code lock_timeout} at most.
 */
class LongReaderIT {

    private static final int INNOCENTS = 4;
    private static final int RETRIES = 3;
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabase.create();

    @Test
    void innocentReadersWaitForALockTimeoutOfOneSecondAtMost(TestReporter reporter) throws Exception {
        innocentReadersWaitAtMost(Duration.ofSeconds(1), reporter);
    }

    @Tag("full")
    @Test
    void innocentReadersWaitForTheDefaultLockTimeoutAtMost(TestReporter reporter) throws Exception {
        innocentReadersWaitAtMost(DEFAULT_LOCK_TIMEOUT, reporter);
    }

    private void innocentReadersWaitAtMost(Duration lockTimeout, TestReporter reporter) throws Exception {
        CountDownLatch retries = new CountDownLatch(RETRIES);
        Migrator migrator = Migrator.postgres(database.dataSource())
                .revisions(new Create(), new Alter())
                .settings(Settings.defaults().withLockTimeout(lockTimeout))
                .listener(event -> {
                    if (event instanceof RunEvent.StepRetried) {
                        retries.countDown();
                    }
                })
                .build();
        migrator.upgrade("create");

        Duration longest;
        try (Connection longReader = database.dataSource().getConnection()) {
            longReader.setAutoCommit(false);
            read(longReader);
            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(migrator::upgrade);
            List<CompletableFuture<Duration>> innocents = innocents(upgrade);
            assertThat(retries.await(2, TimeUnit.MINUTES)).isTrue();
            longReader.rollback();
            upgrade.get(2, TimeUnit.MINUTES);
            longest = innocents.stream()
                    .map(CompletableFuture::join)
                    .max(Duration::compareTo)
                    .orElseThrow();
        }

        Figures.report(
                reporter,
                "longest wait of an innocent SELECT, ms, lock_timeout %d ms".formatted(lockTimeout.toMillis()),
                longest.toMillis());
        assertThat(longest).isLessThan(lockTimeout.plus(MARGIN));
        assertThat(database.applied()).containsExactly("create", "alter (head)");
    }

    /** They read again and again as long as the upgrade goes on; the longest that each had to wait. */
    private List<CompletableFuture<Duration>> innocents(CompletableFuture<Void> upgrade) {
        List<CompletableFuture<Duration>> innocents = new ArrayList<>();
        for (int i = 0; i < INNOCENTS; i++) {
            innocents.add(CompletableFuture.supplyAsync(
                    () -> longestRead(upgrade), task -> new Thread(task, "innocent").start()));
        }
        return innocents;
    }

    private Duration longestRead(CompletableFuture<Void> upgrade) {
        long longest = 0;
        try (Connection connection = database.dataSource().getConnection()) {
            while (!upgrade.isDone()) {
                long started = System.nanoTime();
                read(connection);
                longest = Math.max(longest, System.nanoTime() - started);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(longest);
    }

    private static void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select count(*) from artists");
        }
    }

    @Revision(id = "create")
    static final class Create implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table artists (id integer primary key)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table artists");
        }
    }

    @Revision(id = "alter", revises = "create")
    static final class Alter implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("alter table artists add column name text");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("alter table artists drop column name");
        }
    }
}
