package dev.waymark.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Sleeping, for whoever waits in a run. */
public final class Sleep {

    private Sleep() {}

    /**
     * Sleeps.
     *
     * @param time how long, at most
     * @throws CancellationException if the thread is interrupted; its interrupt flag stays set
     */
    public static void forAtMost(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Interrupted while waiting");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
