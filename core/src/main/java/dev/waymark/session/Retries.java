package dev.waymark.session;

import dev.waymark.plan.Step;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries a transaction again that had to give way to others. Nothing else is tried again: it may have been committed.
 *
 * @param budget how long
 * @param reason why a failure is one to try again after; empty if it is not
 * @param step the step that runs, or was the last to run
 * @param listener is told
 */
public record Retries(
        Duration budget, Function<Exception, Optional<String>> reason, Supplier<Step> step, WatchedListener listener) {

    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /**
     * Runs it until it succeeds, fails for good, or the time is over.
     *
     * @param transaction what to run
     * @throws Exception how it failed in the end
     */
    public void run(Transaction transaction) throws Exception {
        long deadline = System.nanoTime() + budget.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.run();
                return;
            } catch (Exception e) {
                Optional<String> why = reason.apply(e);
                Duration delay = delayAfter(attempt);
                if (why.isEmpty() || System.nanoTime() + delay.toNanos() > deadline) {
                    throw e;
                }
                listener.accept(
                        new RunEvent.StepRetried(step.get(), attempt, why.get(), listener.lastBlocker(), delay));
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
    public interface Transaction {

        /**
         * Runs it.
         *
         * @throws Exception if it failed
         */
        void run() throws Exception;
    }
}
