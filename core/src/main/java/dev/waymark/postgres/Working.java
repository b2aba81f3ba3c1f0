package dev.waymark.postgres;

import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.OvertakenException;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a session that changes something needs, and one that finds nothing to do never makes. */
final class Working {

    private final Connection connection;
    private final HistoryReader reader;
    private final HistoryWriter writer;
    private final HistoryLock lock;
    private volatile SessionState state;
    private volatile String marker = "";
    private boolean headsMayDiffer;

    /** @param state the session's settings */
    Working(String database, Lent lent, HistoryTables tables, Settings settings, SessionState state)
            throws SQLException {
        this.connection = lent.connection();
        this.state = state;
        reader = new HistoryReader(connection, tables);
        writer = new HistoryWriter(connection, tables, database);
        boolean pooled = lent.connectedTo() != 0 && lent.connectedTo() != state.backendPid();
        if (pooled) {
            lock = new TransactionLock(connection, tables, settings.timeouts().lockWait());
        } else {
            lent.allowPrepared();
            lock = new SessionLock(connection, tables, settings.timeouts().lockWait());
        }
        headsMayDiffer = pooled;
    }

    HistoryLock lock() {
        return lock;
    }

    HistoryWriter writer() {
        return writer;
    }

    SessionState state() {
        return state;
    }

    /** Whether this session keeps its server process, and with it its lock and its settings. */
    boolean hasSession() {
        return lock.spansTransactions();
    }

    /** Where the session does not last, the statements of a step without a transaction carry the name of their run. */
    void nameStatementsOf(StepOrder<?> order) {
        marker = hasSession() || order.step().revision().transactional() ? "" : "/* waymark " + order.run() + " */ ";
    }

    /** What the statements of a step without a transaction begin with. */
    String marker() {
        return marker;
    }

    /** The server process that runs the statements. */
    WatchedBackend backend() {
        return marker.isEmpty() ? WatchedBackend.ofPid(state.backendPid()) : WatchedBackend.ofStatement(marker.strip());
    }

    /** From now on the applied heads are read before each step: another migrator may have had the lock meanwhile. */
    void distrustHeads() {
        headsMayDiffer = true;
    }

    /** Begins a transaction in which the lock is held. */
    void begin(Consumer<RunEvent.LockWaited> waiting) throws SQLException {
        lock.begin(waiting);
        if (!hasSession()) {
            state = SessionState.read(connection);
        }
    }

    /** Ends the transaction that the lock may be one of, by committing it. */
    void endTransaction() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    void requireHeads(StepOrder<?> order) throws SQLException, OvertakenException {
        requireHeads(order.heads().before(), Optional.of(order.step().id()));
    }

    /**
     * Looks whether the applied heads are as expected, where somebody else could have changed them since they were
     * read.
     *
     * @param unfinished a revision that may be a head for being half applied
     */
    void requireHeads(List<RevisionId> expected, Optional<RevisionId> unfinished)
            throws SQLException, OvertakenException {
        if (headsMayDiffer) {
            Map<RevisionId, String> digests = reader.headDigests();
            Set<RevisionId> heads = new HashSet<>(digests.keySet());
            unfinished
                    .filter(id -> !expected.contains(id) && "".equals(digests.get(id)))
                    .ifPresent(heads::remove);
            if (!heads.equals(Set.copyOf(expected))) {
                throw new OvertakenException(expected, heads.stream().sorted().toList());
            }
        }
    }

    /** Gives back the lock, and the session's settings as they were. */
    void giveBack() throws SQLException {
        lock.release();
        if (hasSession()) {
            state.restore(connection);
        }
    }

    /** Whether a step goes up. */
    static boolean isUp(StepOrder<?> order) {
        return order.step().direction() == Direction.UP;
    }
}
