package dev.waymark.error;

import java.io.Serial;

/** This session no longer holds the lock under which it works, so it may not record anything. */
public final class LockLostException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param database which database, without any secret */
    public LockLostException(String database) {
        this(
                database,
                "look whether a migration released the lock (pg_advisory_unlock_all, discard all), or whether a pooler in"
                        + " transaction mode stands between; connect to the server itself then.");
    }

    /**
     * @param database which database, without any secret
     * @param remedy what to do, with a full stop
     */
    public LockLostException(String database, String remedy) {
        super(
                "This session no longer holds the lock of the history in %s.".formatted(database),
                "The step was not recorded and is being rolled back.",
                remedy,
                null);
    }
}
