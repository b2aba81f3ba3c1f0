package dev.waymark.error;

import java.io.Serial;

/** The user of the connection may not do what has to be done. */
public final class InsufficientPrivilegeException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param task what was to be done, as in "create the history tables"
     * @param remedy what would allow it, as the end of a sentence
     * @param cause what the driver said
     */
    public InsufficientPrivilegeException(String task, String remedy, Throwable cause) {
        super("No privilege to %s: %s".formatted(task, Cause.firstLine(cause)), UNTOUCHED, remedy, cause);
    }
}
