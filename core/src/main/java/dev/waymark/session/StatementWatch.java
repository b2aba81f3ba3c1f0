package dev.waymark.session;

import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the statements of a session from a thread of its own, which starts with the first statement. It reports on
 * one that runs long, and looks who blocks one that waits for a lock of the database. A statement that ends before that
 * costs a write of a field: the thread is not woken for it, but wakes by itself as often as it might be needed.
 */
public final class StatementWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final Observer observer;
    private final RunningStatement.Pace pace;
    private volatile @Nullable RunningStatement current;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /**
     * Makes a watch. This costs nothing.
     *
     * @param observer looks, in the watch's thread
     * @param timeouts when to look
     */
    public StatementWatch(Observer observer, Settings.Timeouts timeouts) {
        this.observer = observer;
        this.pace = RunningStatement.Pace.of(timeouts);
    }

    /** {@return a listener that is told of the run and lets the watch see it; to be closed when its steps are done} */
    public WatchedListener telling(Consumer<RunEvent> next) {
        return new WatchedListener(this, next);
    }

    void begins(RunEvent.StatementStarted statement, WatchedListener listener) {
        ends();
        if (!pace.isNever()) {
            current = new RunningStatement(statement, listener, pace);
            ensureThread();
        }
    }

    void ends() {
        RunningStatement statement = current;
        if (statement != null) {
            statement.end();
            current = null;
        }
    }

    /**
     * Who the statement that runs, or has just failed, waits for; empty if nobody was seen. It is known from half of
     * {@code lock_timeout} on, and forgotten with the next event.
     */
    Optional<String> lastBlocker() {
        RunningStatement statement = current;
        return statement == null ? Optional.empty() : statement.blocker();
    }

    private void ensureThread() {
        if (thread == null) {
            thread = new Thread(this::watch, "waymark-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        try (observer) {
            while (!closed) {
                Thread.sleep(
                        Duration.ofNanos(Math.max(untilNextLook(), MILLISECOND)).toMillis());
            }
        } catch (InterruptedException e) {
            LOG.trace("The watch ends with its session", e);
        } catch (RuntimeException e) {
            LOG.warn("Statements that run long are not reported on any more", e);
        }
    }

    /** Looks if it is time to, and says how many nanoseconds to sleep: no longer than a new statement allows. */
    private long untilNextLook() {
        RunningStatement statement = current;
        if (statement == null) {
            return pace.shortest();
        }
        if (statement.due() <= 0) {
            look(statement);
            statement.looked();
        }
        return Math.min(statement.due(), pace.shortest());
    }

    private void look(RunningStatement statement) {
        boolean reports = statement.isReportDue();
        observer.look().ifPresent(report -> {
            report.blocker().ifPresent(statement::waitsFor);
            if (reports) {
                statement.listener().report(statement, statement.event(report));
            }
        });
    }

    /**
     * Ends the thread and gives back the second connection. What the thread waits for from a pool is interrupted, what
     * it waits for from the server is aborted after half a second; if even that does not end it, it ends by itself, and
     * closes what it got.
     */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (running.isAlive()) {
            observer.abort();
        }
    }
}
