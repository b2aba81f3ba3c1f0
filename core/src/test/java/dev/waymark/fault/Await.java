package dev.waymark.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the database or a process tells only when it is asked. */
final class Await {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    static void until(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within %s: %s".formatted(MOST, what));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
