package dev.waymark.postgres;

import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.run.RunEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The wait for a lock that somebody else holds.
 *
 * @param attempt who looks up the holder
 * @param most how long to wait
 * @param waiting is told who holds the lock, whenever that is looked up
 */
record LockWait(LockAttempt attempt, Duration most, Consumer<RunEvent.LockWaited> waiting) {

    /** Tries until it succeeds, and sleeps in between. */
    void until(Try success, Sleeper sleeper) throws SQLException {
        long started = System.nanoTime();
        do {
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            String holder = attempt.holder();
            if (waited.compareTo(most) >= 0) {
                throw new LockNotAcquiredException(most, holder);
            }
            waiting.accept(new RunEvent.LockWaited(holder, waited));
            sleeper.sleep(most.minus(waited));
        } while (!success.made());
    }

    /** Between once and twice as long, so that waiters don't go in step, but no longer than the most. */
    static Duration jittered(Duration least, Duration most) {
        long millis = least.toMillis() + ThreadLocalRandom.current().nextLong(least.toMillis());
        return Duration.ofMillis(Math.max(1, Math.min(most.toMillis(), millis)));
    }

    @FunctionalInterface
    interface Try {

        boolean made() throws SQLException;
    }

    @FunctionalInterface
    interface Sleeper {

        void sleep(Duration most) throws SQLException;
    }
}
