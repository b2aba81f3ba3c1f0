package dev.waymark.error;

import java.io.Serial;

/** A database can't be reached. */
public final class DatabaseUnreachableException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param database which database, without any secret
     * @param cause what the driver said
     */
    public DatabaseUnreachableException(String database, Throwable cause) {
        super(
                "Can't connect to %s: %s".formatted(database, Cause.firstLine(cause)),
                UNTOUCHED,
                "check that the server runs and accepts connections at that address, and that the network lets them through.",
                cause);
    }
}
