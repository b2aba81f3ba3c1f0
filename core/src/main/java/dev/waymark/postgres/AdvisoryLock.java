package dev.waymark.postgres;

import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * The lock of a history: a session-level advisory lock on the working connection. It is taken by trying. A session that
 * waits inside {@code pg_advisory_lock()} holds a snapshot, which {@code CREATE INDEX CONCURRENTLY} of the holder waits
 * for in turn; so a waiter sleeps on its socket until the holder notifies it, and tries again now and then in case the
 * holder died.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL, 13.3.5</a>
 */
final class AdvisoryLock {

    private static final String TRY = "select pg_try_advisory_lock(?)";

    private static final String RELEASE = "select pg_advisory_unlock(?), pg_notify(?, '')";

    private static final String HOLDER = """
            select a.pid, coalesce(nullif(a.application_name, ''), 'unnamed'), coalesce(host(a.client_addr), 'a local socket'),
                coalesce(a.state, 'unknown'), left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200),
                extract(epoch from clock_timestamp() - coalesce(a.query_start, a.backend_start))::bigint,
                array_to_string(pg_blocking_pids(a.pid), ', ')
            from pg_locks l
            join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                and l.database = (select oid from pg_database where datname = current_database())
                and (l.classid::bigint << 32 | l.objid::bigint) = ?""";

    /**
     * How long to sleep before trying again unasked, in case the holder died: a waiter costs less than a statement a
     * second.
     */
    private static final Duration SLOW_RETRY = Duration.ofSeconds(3);

    private final Connection connection;
    private final HistoryTables tables;
    private boolean held;

    AdvisoryLock(Connection connection, HistoryTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    void acquire(Duration wait, Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        held = attempt();
        if (!held) {
            await(wait, waiting);
        }
    }

    private void await(Duration wait, Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        run("listen " + HistoryTables.quoted(tables.channel()));
        try {
            tryUntil(System.nanoTime(), wait, waiting);
        } catch (SQLException | RuntimeException e) {
            stopListeningAfter(e);
            throw e;
        }
        stopListening();
    }

    private void tryUntil(long started, Duration wait, Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        while (!attempt()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            String holder = holder();
            if (waited.compareTo(wait) >= 0) {
                throw new LockNotAcquiredException(wait, holder);
            }
            waiting.accept(new RunEvent.LockWaited(holder, waited));
            sleepOnSocket(wait.minus(waited));
        }
        held = true;
    }

    private void stopListening() throws SQLException {
        run("unlisten " + HistoryTables.quoted(tables.channel()));
    }

    private void stopListeningAfter(Exception failure) {
        try {
            stopListening();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Sleeps until the holder notifies, but not for ever, and not in step with other waiters. */
    private void sleepOnSocket(Duration most) throws SQLException {
        long jittered = SLOW_RETRY.toMillis() + ThreadLocalRandom.current().nextLong(SLOW_RETRY.toMillis());
        long millis = Math.max(1, Math.min(most.toMillis(), jittered));
        if (connection.isWrapperFor(PGConnection.class)) {
            connection.unwrap(PGConnection.class).getNotifications((int) millis);
        } else {
            Sleep.forAtMost(Duration.ofMillis(millis));
        }
    }

    private boolean attempt() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setLong(1, tables.lockKey());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private String holder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, tables.lockKey());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? described(row) : "It was held a moment ago, by a session that is gone now.";
            }
        }
    }

    private static String described(ResultSet row) throws SQLException {
        String blockers = row.getString(7);
        return "Held by pid %d, '%s' from %s, %s.\nIts statement since %d s: %s%s"
                .formatted(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(6),
                        row.getString(5),
                        blockers.isEmpty() ? "" : "\nIt waits for pid " + blockers + ".");
    }

    /** Gives the lock back and wakes those who wait for it. */
    void release() throws SQLException {
        if (held) {
            held = false;
            try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
                statement.setLong(1, tables.lockKey());
                statement.setString(2, tables.channel());
                statement.execute();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
