package dev.waymark.postgres;

import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * The lock as one of the session: it ends with the connection that does the work. A waiter sleeps on its socket until
 * the holder notifies it, and tries again now and then in case the holder died.
 */
final class SessionLock implements HistoryLock {

    private static final String UNLOCK = "select pg_advisory_unlock_shared(?, ?), pg_advisory_unlock(?)";

    /** How long to sleep before trying again unasked: a waiter costs less than a statement a second. */
    private static final Duration SLOW_RETRY = Duration.ofSeconds(3);

    private final Connection connection;
    private final HistoryTables tables;
    private final LockAttempt attempt;
    private final Duration wait;
    private OptionalInt since = OptionalInt.empty();

    SessionLock(Connection connection, HistoryTables tables, Duration wait) {
        this.connection = connection;
        this.tables = tables;
        this.wait = wait;
        this.attempt = new LockAttempt(connection, tables, LockAttempt.Span.SESSION);
    }

    @Override
    public void acquire(Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        if (!tried()) {
            Sql.execute(connection, "listen " + HistoryTables.quoted(tables.channel()));
            try {
                new LockWait(attempt, wait, waiting).until(this::tried, this::sleepOnSocket);
            } catch (SQLException | RuntimeException e) {
                stopListeningAfter(e);
                throw e;
            }
            Sql.execute(connection, "unlisten " + HistoryTables.quoted(tables.channel()));
        }
    }

    /** Takes the lock, but gives it back if a run without a session is at work. */
    private boolean tried() throws SQLException {
        since = attempt.make();
        if (since.isPresent() && attempt.isLeased()) {
            unlock();
        }
        return since.isPresent();
    }

    /** Gives the lock back without a word: who waits for a lease, this session too, would wake only to wait again. */
    private void unlock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNLOCK)) {
            statement.setInt(1, tables.sinceKey());
            statement.setInt(2, since.orElseThrow());
            statement.setLong(3, tables.lockKey());
            statement.execute();
        }
        since = OptionalInt.empty();
    }

    @Override
    public void begin(Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        connection.setAutoCommit(false);
    }

    private void stopListeningAfter(Exception failure) {
        try {
            Sql.execute(connection, "unlisten " + HistoryTables.quoted(tables.channel()));
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void sleepOnSocket(Duration most) throws SQLException {
        Duration sleep = LockWait.jittered(SLOW_RETRY, most);
        if (connection.isWrapperFor(PGConnection.class)) {
            connection.unwrap(PGConnection.class).getNotifications((int) sleep.toMillis());
        } else {
            Sleep.forAtMost(sleep);
        }
    }

    @Override
    public void exceptLeaseOf(UUID run) {
        attempt.exceptLeaseOf(run);
    }

    /** Gives the lock back and wakes those who wait for it. */
    @Override
    public void release() throws SQLException {
        if (since.isPresent()) {
            unlock();
            Sql.execute(connection, "notify " + HistoryTables.quoted(tables.channel()));
        }
    }

    @Override
    public boolean spansTransactions() {
        return true;
    }
}
