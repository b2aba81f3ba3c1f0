package dev.waymark.error;

import java.io.Serial;

/** The connection broke in a commit, and the server could not be asked since what became of it. */
public final class CommitUnknownException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param database which database, without any secret
     * @param cause what the driver said
     */
    public CommitUnknownException(String database, Throwable cause) {
        super(
                "The connection to %s was lost in a commit, and no new one could be had since: %s"
                        .formatted(database, Cause.firstLine(cause)),
                "Either all of the transaction is committed and recorded, or nothing of it is; the history tells which.",
                "check the server and the network, and call again: the history is read first.",
                cause);
    }
}
