package dev.waymark.postgres;

import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The lock as one of each transaction, for connections behind a pooler in transaction mode, which hands out another
 * server session for the next one. A waiter has nothing to sleep on there, so it asks now and then, and holds no server
 * session in between.
 */
final class TransactionLock implements HistoryLock {

    private static final Duration RETRY = Duration.ofMillis(500);

    private final Connection connection;
    private final LockAttempt attempt;
    private final Duration wait;

    TransactionLock(Connection connection, HistoryTables tables, Duration wait) {
        this.connection = connection;
        this.wait = wait;
        this.attempt = new LockAttempt(connection, tables, LockAttempt.Span.TRANSACTION);
    }

    @Override
    public void acquire(Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        begin(waiting);
    }

    @Override
    public void begin(Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        if (!tried()) {
            new LockWait(attempt, wait, waiting)
                    .until(this::tried, most -> Sleep.forAtMost(LockWait.jittered(RETRY, most)));
        }
    }

    /**
     * Each attempt is a transaction, and what it reads under the lock must not be of a snapshot from before the lock.
     */
    private boolean tried() throws SQLException {
        boolean held = false;
        connection.setAutoCommit(false);
        try {
            Sql.execute(connection, "set transaction isolation level read committed");
            held = attempt.make().isPresent() && !attempt.isLeased();
        } finally {
            if (!held) {
                release();
            }
        }
        return held;
    }

    @Override
    public void exceptLeaseOf(UUID run) {
        attempt.exceptLeaseOf(run);
    }

    @Override
    public void release() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public boolean spansTransactions() {
        return false;
    }
}
