package dev.waymark.postgres;

import dev.waymark.plan.Step;
import dev.waymark.run.RunEvent;
import java.time.Duration;
import java.util.function.Consumer;

/** Numbers the statements of a step, and tells of those that run. */
final class StatementEvents {

    private final Step step;
    private final Consumer<RunEvent> listener;
    private int number;
    private String running = "";
    private long startedAt;

    StatementEvents(Step step, Consumer<RunEvent> listener) {
        this.step = step;
        this.listener = listener;
    }

    /** How many statements there were so far. */
    int count() {
        return number;
    }

    /** The number of the next statement, which may turn out to be done already. */
    int next() {
        return ++number;
    }

    /** A statement that has its number is about to run. */
    void started(String statement) {
        running = statement;
        listener.accept(new RunEvent.StatementStarted(step, number, statement));
        startedAt = System.nanoTime();
    }

    /** The next statement is about to run. */
    void begins(String statement) {
        next();
        started(statement);
    }

    void ended(int changed) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        listener.accept(new RunEvent.StatementFinished(step, number, running, Math.max(changed, 0), took));
    }
}
