package dev.waymark.session;

import dev.waymark.run.RunEvent;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Tells a listener the events of the run, and of the {@linkplain StatementWatch watch} beside it, one at a time and in
 * their order. If the listener is slow to take a report of the watch, the run does not wait for it between the
 * statements of a step, which would hold its locks for longer: the watch's thread then tells of them afterwards. With
 * all other events the run waits.
 */
public final class WatchedListener implements Consumer<RunEvent>, AutoCloseable {

    private final StatementWatch watch;
    private final Consumer<RunEvent> next;
    private final Queue<RunEvent> untold = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();

    WatchedListener(StatementWatch watch, Consumer<RunEvent> next) {
        this.watch = watch;
        this.next = next;
    }

    /** Takes an event from the run's thread. */
    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.StatementStarted started) {
            watch.begins(started, this);
        } else {
            watch.ends();
        }
        untold.add(event);
        if (event instanceof RunEvent.StatementStarted || event instanceof RunEvent.StatementFinished) {
            tellIfFree();
        } else {
            tellAll();
        }
    }

    /**
     * {@return who the statement that runs, or has just failed, waits for; empty if nobody was seen} It is known from
     * half of the lock timeout on, and forgotten with the next event.
     */
    public Optional<String> lastBlocker() {
        return watch.lastBlocker();
    }

    /** Takes a report on a statement from the watch's thread; it is not told if the statement has ended. */
    void report(RunningStatement statement, RunEvent.StatementRunning report) {
        telling.lock();
        try {
            if (statement.isRunning()) {
                next.accept(report);
            }
        } finally {
            telling.unlock();
        }
        tellIfFree();
    }

    /** Tells what is left to tell. After this the watch reports nothing. */
    @Override
    public void close() {
        watch.ends();
        tellAll();
    }

    private void tellAll() {
        telling.lock();
        try {
            tellUntold();
        } finally {
            telling.unlock();
        }
    }

    /** Looks again after each time, since an event may have come while this thread still had the lock. */
    private void tellIfFree() {
        while (!untold.isEmpty() && telling.tryLock()) {
            try {
                tellUntold();
            } finally {
                telling.unlock();
            }
        }
    }

    private void tellUntold() {
        for (RunEvent event = untold.poll(); event != null; event = untold.poll()) {
            next.accept(event);
        }
    }
}
