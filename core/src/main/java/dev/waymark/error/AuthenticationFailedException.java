package dev.waymark.error;

import java.io.Serial;

/** The server refused the user or the password, or does not have the database. */
public final class AuthenticationFailedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param database which database, without any secret
     * @param cause what the driver said
     */
    public AuthenticationFailedException(String database, Throwable cause) {
        super(
                "Not let into %s: %s".formatted(database, Cause.firstLine(cause)),
                UNTOUCHED,
                "check the user, the password, the name of the database, and the server's pg_hba.conf.",
                cause);
    }
}
