package dev.waymark.session;

import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a run, and when it is to be looked at while it runs. */
final class RunningStatement {

    private static final long LEAST = Duration.ofMillis(50).toNanos();
    private static final long LEAST_BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();
    private static final long LATE = Duration.ofSeconds(1).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final RunEvent.StatementStarted started;
    private final WatchedListener listener;
    private final Pace pace;
    private final long startedAt = System.nanoTime();
    private long untilReport;
    private long untilLook;
    private volatile boolean ended;
    private volatile @Nullable Seen seen;

    RunningStatement(RunEvent.StatementStarted started, WatchedListener listener, Pace pace) {
        this.started = started;
        this.listener = listener;
        this.pace = pace;
        untilReport = pace.report();
        untilLook = pace.look();
    }

    WatchedListener listener() {
        return listener;
    }

    /** How many nanoseconds remain until it is to be looked at. */
    long due() {
        return Math.min(untilReport, untilLook) - runningFor();
    }

    boolean isReportDue() {
        return untilReport <= runningFor();
    }

    /** Says that it has just been looked at. */
    void looked() {
        long now = runningFor();
        if (untilReport <= now) {
            untilReport = now + pace.report();
        }
        if (untilLook <= now) {
            untilLook = now + Math.max(pace.look(), LEAST_BETWEEN_LOOKS);
        }
    }

    void waitsFor(String blocker) {
        seen = new Seen(blocker, System.nanoTime());
    }

    void end() {
        ended = true;
    }

    boolean isRunning() {
        return !ended;
    }

    /**
     * Who it has waited for just now, if it has not ended. What was seen longer ago than a wait can last is of a lock
     * that it got.
     */
    Optional<String> blocker() {
        Seen last = seen;
        return last == null || ended || System.nanoTime() - last.at() > pace.longestWait() + LATE
                ? Optional.empty()
                : Optional.of(last.blocker());
    }

    RunEvent.StatementRunning event(StatementReport report) {
        return new RunEvent.StatementRunning(
                started.step(),
                started.number(),
                started.statement(),
                Duration.ofNanos(runningFor()),
                report.progress(),
                report.blocker());
    }

    private long runningFor() {
        return System.nanoTime() - startedAt;
    }

    /**
     * When statements are looked at, in nanoseconds after they started.
     *
     * @param report when to report, and again after each such time
     * @param look when to look who blocks a statement of a transaction, and again: at half of {@code lock_timeout}, so
     *     that it is known when that has passed
     * @param longestWait {@code lock_timeout}
     */
    record Pace(long report, long look, long longestWait) {

        static Pace of(Settings.Timeouts timeouts) {
            long wait = timeouts.lockTimeout().toNanos();
            return new Pace(
                    timeouts.reportAfter().isZero()
                            ? NEVER
                            : timeouts.reportAfter().toNanos(),
                    wait == 0 ? NEVER : Math.max(wait / 2, LEAST),
                    wait);
        }

        /** The earliest that a statement which starts now is to be looked at. */
        long shortest() {
            return Math.min(report, look);
        }

        boolean isNever() {
            return shortest() == NEVER;
        }
    }

    /**
     * A blocker that was seen.
     *
     * @param blocker who
     * @param at when, by {@link System#nanoTime()}
     */
    private record Seen(String blocker, long at) {}
}
