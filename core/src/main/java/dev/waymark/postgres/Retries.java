package dev.waymark.postgres;

import dev.waymark.plan.Step;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries a transaction again that had to give way to others. Nothing else is tried again: it may have been committed.
 *
 * @param budget how long
 * @param step the step that runs, or was the last to run
 * @param listener is told
 */
record Retries(Duration budget, Supplier<Step> step, WatchedListener listener) {

    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** Runs it until it succeeds, fails for good, or the time is over. */
    void run(Transaction transaction) throws Exception {
        long deadline = System.nanoTime() + budget.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.run();
                return;
            } catch (Exception e) {
                Optional<String> reason = SqlErrors.reasonToRetry(e);
                Duration delay = delayAfter(attempt);
                if (reason.isEmpty() || System.nanoTime() + delay.toNanos() > deadline) {
                    throw e;
                }
                listener.accept(
                        new RunEvent.StepRetried(step.get(), attempt, reason.get(), listener.lastBlocker(), delay));
                Sleep.forAtMost(delay);
            }
        }
    }

    /** Doubles with every attempt, and is spread so that migrators which met once do not meet again. */
    private static Duration delayAfter(int attempt) {
        long most = Math.min(LONGEST_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.min(attempt, 16));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    /** What is run in one transaction, and leaves nothing if it throws. */
    @FunctionalInterface
    interface Transaction {

        void run() throws Exception;
    }
}
