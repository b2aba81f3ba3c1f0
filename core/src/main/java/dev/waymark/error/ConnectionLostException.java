package dev.waymark.error;

import java.io.Serial;

/** The connection to a database broke while nothing was being changed. */
public final class ConnectionLostException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param database which database, without any secret
     * @param cause what the driver said
     */
    public ConnectionLostException(String database, Throwable cause) {
        super(
                "The connection to %s was lost: %s".formatted(database, Cause.firstLine(cause)),
                "The database is as it was; a lock that this session held is gone with the session.",
                "check the server and the network, and call again.",
                cause);
    }
}
