package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The root of every failure that Waymark reports. Its three branches answer who must act: the author of the migrations,
 * whoever keeps code and database together, or whoever runs the database.
 *
 * <p>A message has three parts, a line or more each: what happened, what state the database is in now, and what to do
 * next, which begins {@code To fix this:}.
 */
public abstract sealed class MigrationException extends RuntimeException
        permits InvalidMigrationsException, HistoryException, RunException {

    /** The state of a database that nothing was done to. */
    protected static final String UNTOUCHED = "The database was not touched.";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    MigrationException(String problem, String state, String remedy, @Nullable Throwable cause) {
        super(problem + "\n" + state + "\nTo fix this: " + remedy, cause);
        this.remedy = remedy;
    }

    /** {@return what to do next; also the end of the message} */
    public final String remedy() {
        return remedy;
    }
}
