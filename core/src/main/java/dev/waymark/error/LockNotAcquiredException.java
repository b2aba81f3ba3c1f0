package dev.waymark.error;

import java.io.Serial;
import java.time.Duration;

/** Another migrator held the lock for longer than this one was told to wait. */
public final class LockNotAcquiredException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String holder;
    private final Duration waited;

    /**
     * @param waited how long this migrator waited
     * @param holder who holds the lock, since when, and what it is doing, as far as the database tells; may have
     *     several lines
     */
    public LockNotAcquiredException(Duration waited, String holder) {
        super(
                "Another migrator is still at work; waited %s for its lock.\n%s"
                        .formatted(seconds(waited), holder.indent(2).stripTrailing()),
                UNTOUCHED,
                "let it finish and call again, wait longer (lockWait), or end its session if it hangs.",
                null);
        this.holder = holder;
        this.waited = waited;
    }

    /** {@return who holds the lock, as far as the database tells} */
    public String holder() {
        return holder;
    }

    /** {@return how long this migrator waited} */
    public Duration waited() {
        return waited;
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
