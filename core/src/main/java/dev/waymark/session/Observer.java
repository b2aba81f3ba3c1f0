package dev.waymark.session;

import java.util.Optional;

/** Looks by way of a second connection what the run's statement does. It is of one thread, but for {@link #abort}. */
public interface Observer extends AutoCloseable {

    /** {@return what the server tells; empty if the run has no statement there, or there is no connection} */
    Optional<StatementReport> look();

    /** Ends what its thread waits for from the server, from another thread. */
    void abort();

    /** Gives the connection back, if there is one. */
    @Override
    void close();
}
