package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Who waits for another migrator asks seldom, holds no snapshot, and is woken. */
class WaitingIT {

    private static final int WAITERS = 3;
    private static final double MOST_PER_SECOND = 1;
    private static final long MOST_WAKING_MILLIS = 2_000;

    /**
     * A waiter that sat in a statement would hold its snapshot for the six seconds, or more, that the lock is held. One
     * that asks and sleeps holds it for a round trip, which on a busy machine takes longer than one would think.
     */
    private static final Duration OLD = Duration.ofSeconds(3);

    private static final String OLD_SNAPSHOTS = """
            select concat_ws(' ', pid, state, query) from pg_stat_activity
            where datname = current_database() and application_name ~ '^waiter'
                and (backend_xmin is not null or backend_xid is not null)
                and xact_start < clock_timestamp() - interval '%d ms'""".formatted(OLD.toMillis());

    private final TestDatabase database = TestDatabase.create();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(WAITERS);

    @Test
    void forSixSeconds(TestReporter reporter) throws Exception {
        waitersAskSeldom(6, reporter);
    }

    @Tag("full")
    @Test
    void forTwentySeconds(TestReporter reporter) throws Exception {
        waitersAskSeldom(20, reporter);
    }

    private void waitersAskSeldom(int seconds, TestReporter reporter) throws Exception {
        try (Wire wire = Wire.counting(database.port())) {
            CompletableFuture<Long> holder =
                    run("holder", database.port(), seconds, RunEvent.StepStarted.class, event -> begun.countDown());
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<Long>> waiters = waiters(wire, seconds);
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

            double rate = statementsPerSecond(wire, holder);
            long woken = 0;
            for (CompletableFuture<Long> waiter : waiters) {
                woken = Math.max(woken, (waiter.join() - holder.join()) / 1_000_000);
            }

            Figures.report(reporter, "statements per second of a waiter, lock held %d s".formatted(seconds), rate);
            Figures.report(reporter, "ms from the end of the holder's run to that of the last waiter", woken);
            assertThat(rate).isLessThan(MOST_PER_SECOND);
            assertThat(woken).isLessThan(MOST_WAKING_MILLIS);
        }
    }

    private List<CompletableFuture<Long>> waiters(Wire wire, int seconds) {
        List<CompletableFuture<Long>> waiters = new ArrayList<>();
        for (int i = 0; i < WAITERS; i++) {
            CountDownLatch first = new CountDownLatch(1);
            waiters.add(run("waiter", wire.port(), seconds, RunEvent.LockWaited.class, event -> {
                if (first.getCount() > 0) {
                    first.countDown();
                    waiting.countDown();
                }
            }));
        }
        return waiters;
    }

    /** Counted from when all wait until the holder's run ends. */
    private double statementsPerSecond(Wire wire, CompletableFuture<Long> holder) throws IOException {
        long started = System.nanoTime();
        int before = wire.points();
        List<String> snapshots = new ArrayList<>();
        int[] after = {before};
        Await.until("the holder's end", () -> {
            snapshots.addAll(database.query(OLD_SNAPSHOTS));
            after[0] = holder.isDone() ? after[0] : wire.points();
            return holder.isDone();
        });
        assertThat(snapshots).isEmpty();
        return (after[0] - before) * 1e9 / (System.nanoTime() - started) / WAITERS;
    }

    /** An upgrade in a thread of its own; when it ended. */
    private CompletableFuture<Long> run(
            String name, int port, int seconds, Class<? extends RunEvent> awaited, Consumer<RunEvent> listener) {
        Migrator migrator = Migrator.postgres(Databases.url(port, database) + "&ApplicationName=" + name)
                .revisions(new Slow(seconds))
                .listener(event -> {
                    if (awaited.isInstance(event)) {
                        listener.accept(event);
                    }
                })
                .build();
        return CompletableFuture.supplyAsync(
                () -> {
                    migrator.upgrade();
                    return System.nanoTime();
                },
                task -> new Thread(task, "upgrade").start());
    }

    /** Takes a while. */
    @Revision(id = "slow")
    record Slow(int seconds) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table slow (); select pg_sleep(" + seconds + ")");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table slow");
        }
    }
}
