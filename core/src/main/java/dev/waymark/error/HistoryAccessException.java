package dev.waymark.error;

import java.io.Serial;

/** One of Waymark's own statements failed, for a reason that has no type of its own. */
public final class HistoryAccessException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param task what was to be done, as in "read the history"
     * @param cause what the driver said
     */
    public HistoryAccessException(String task, Throwable cause) {
        super(
                "Could not %s: %s".formatted(task, Cause.firstLine(cause)),
                "What was not committed is rolled back.",
                "see what the server says of it (statement_timeout, disk, permissions), and call again.",
                cause);
    }
}
