package dev.waymark.error;

import java.io.Serial;

/** A pooler in transaction mode stands between the application and the server, where a session can't hold a lock. */
public final class PoolerException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param database which database, without any secret */
    public PoolerException(String database) {
        super(
                "A pooler in transaction mode seems to stand before %s: the server process is not the one that was connected to."
                        .formatted(database),
                UNTOUCHED,
                "connect the migrator to the server itself, or to a pool in session mode; the application may stay on its pool.",
                null);
    }
}
