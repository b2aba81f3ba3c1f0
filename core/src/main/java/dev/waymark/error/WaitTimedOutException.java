package dev.waymark.error;

import java.io.Serial;
import java.time.Duration;
import java.util.List;

/** Somebody else was to upgrade the database, and has not done so in time. */
public final class WaitTimedOutException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> pending;

    /**
     * @param waited how long this migrator waited
     * @param pending the ids that are still not applied
     */
    public WaitTimedOutException(Duration waited, List<String> pending) {
        super(
                "Waited %d s for the database to be upgraded; still not applied: %s."
                        .formatted(waited.toSeconds(), String.join(", ", pending)),
                UNTOUCHED,
                "see why the upgrade has not run or not finished (log() tells), or wait longer.",
                null);
        this.pending = List.copyOf(pending);
    }

    /** {@return the ids that are still not applied} */
    public List<String> pending() {
        return pending;
    }
}
