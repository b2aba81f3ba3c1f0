package dev.waymark.run;

import dev.waymark.error.RunException;
import dev.waymark.migration.Migration;

/**
 * A place that holds an applied set and can run steps. This is the port behind which PostgreSQL, Neo4j and others
 * stand. Implementations are immutable and thread-safe, and know nothing of graphs.
 *
 * @param <C> what its migrations work with
 */
public interface Database<C> {

    /** {@return the name by which {@code @Revision(database = ...)} chooses it; empty for the only one of its kind} */
    String name();

    /** {@return how messages call it; never holds a secret} */
    String description();

    /** {@return the interface that its migrations implement} */
    Class<? extends Migration<C>> kind();

    /**
     * Opens a session.
     *
     * @param settings how to wait, retry and where to keep the history
     * @return the session; to be closed by the caller
     * @throws RunException if the database can't be reached or does not let the user in
     */
    DatabaseSession<C> open(Settings settings);
}
