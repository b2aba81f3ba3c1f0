package dev.waymark.session;

import dev.waymark.plan.Step;
import dev.waymark.run.RunEvent;
import java.time.Duration;
import java.util.function.Consumer;

/** Numbers the statements of a step, and tells of those that run. */
public final class StatementEvents {

    private final Step step;
    private final Consumer<RunEvent> listener;
    private int number;
    private String running = "";
    private long startedAt;

    /**
     * Makes events of a step.
     *
     * @param step the step
     * @param listener is told
     */
    public StatementEvents(Step step, Consumer<RunEvent> listener) {
        this.step = step;
        this.listener = listener;
    }

    /** {@return how many statements there were so far} */
    public int count() {
        return number;
    }

    /** {@return the number of the next statement, which may turn out to be done already} */
    public int next() {
        return ++number;
    }

    /** A statement that has its number is about to run. */
    public void started(String statement) {
        running = statement;
        listener.accept(new RunEvent.StatementStarted(step, number, statement));
        startedAt = System.nanoTime();
    }

    /** The next statement is about to run. */
    public void begins(String statement) {
        next();
        started(statement);
    }

    /** The statement has ended, and has changed so many rows. */
    public void ended(int changed) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        listener.accept(new RunEvent.StatementFinished(step, number, running, Math.max(changed, 0), took));
    }
}
