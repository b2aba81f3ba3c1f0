package dev.waymark.postgres;

import dev.waymark.run.RunEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The lock of a history: an advisory lock of PostgreSQL. It is taken by trying. A session that waits inside
 * {@code pg_advisory_lock()} holds a snapshot, which {@code CREATE INDEX CONCURRENTLY} of the holder waits for in turn.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL, 13.3.5</a>
 */
sealed interface HistoryLock permits SessionLock, TransactionLock {

    /** How long a step without a transaction belongs to a run that has no session to hold a lock with. */
    Duration LEASE = Duration.ofSeconds(30);

    /**
     * Takes the lock. The connection is in autocommit mode; where the lock is one of a transaction, that is open
     * afterwards.
     */
    void acquire(Consumer<RunEvent.LockWaited> waiting) throws SQLException;

    /** Begins a transaction in which the lock is held. */
    void begin(Consumer<RunEvent.LockWaited> waiting) throws SQLException;

    /** From now on a lease of that run does not keep from taking the lock. */
    void exceptLeaseOf(UUID run);

    /** Gives the lock back, if it is held. */
    void release() throws SQLException;

    /** Whether the lock is held from one transaction to the next. */
    boolean spansTransactions();
}
