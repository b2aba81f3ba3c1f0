package dev.waymark.error;

import java.io.Serial;

/** The connection to a database broke. */
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
                "What was not committed is rolled back; a lock that this session held is gone with the session.",
                "check the server and the network, look at history(), and call again.",
                cause);
    }
}
