package dev.waymark.error;

import java.io.Serial;

/**
 * Behind a pooler in transaction mode each statement of a revision without a transaction may meet another server
 * session, so what needs the same one can't be run.
 */
public final class PoolerException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param statement what needs a session of its own */
    public PoolerException(String statement) {
        super(
                "A pooler in transaction mode stands before the server, so this would reach whichever session comes next:\n%s"
                        .formatted(statement.strip().indent(2).stripTrailing()),
                "It was not run.",
                "connect the migrator to the server itself; the application may stay on its pool.",
                null);
    }
}
