package dev.waymark.postgres;

import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.PoolerException;
import dev.waymark.error.ReadOnlyDatabaseException;
import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Failure;
import dev.waymark.run.HistoryChange;
import dev.waymark.run.LogEntry;
import dev.waymark.run.PreflightCheck;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session on PostgreSQL: one connection for the lock and the work, so that if it dies, both do. */
final class PostgresSession implements DatabaseSession<SqlContext> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private final Connection connection;
    private final String description;
    private final Settings settings;
    private final HistoryTables tables;
    private final HistoryReader reader;
    private final boolean autoCommitBefore;
    private @Nullable Writing writing;
    private boolean settingsMayDiffer;

    PostgresSession(Connection connection, String description, Settings settings) throws SQLException {
        this.connection = connection;
        this.description = description;
        this.settings = settings;
        tables = HistoryTables.of(settings);
        reader = new HistoryReader(connection, tables);
        autoCommitBefore = connection.getAutoCommit();
        connection.setAutoCommit(true);
    }

    String description() {
        return description;
    }

    @Override
    public Map<RevisionId, String> headDigests() {
        return keeping("read the history", reader::headDigests);
    }

    @Override
    public List<AppliedRevision> applied() {
        return keeping("read the history", reader::applied);
    }

    @Override
    public Optional<String> recordedUp(RevisionId id) {
        return keeping("read the history", () -> reader.upSql(id));
    }

    @Override
    public List<LogEntry> log(int limit) {
        return keeping("read the log", () -> reader.log(limit));
    }

    @Override
    public void lock(Consumer<RunEvent.LockWaited> waiting) {
        SessionState state = keeping("read the session's settings", () -> SessionState.read(connection));
        if (state.readOnly()) {
            throw new ReadOnlyDatabaseException(description, null);
        }
        if (isBehindPooler(state)) {
            throw new PoolerException(description);
        }
        AdvisoryLock lock = new AdvisoryLock(connection, tables);
        writing = new Writing(state, lock, new HistoryWriter(connection, tables, description));
        keeping("take the lock", () -> {
            lock.acquire(settings.timeouts().lockWait(), waiting);
            return true;
        });
    }

    @Override
    public List<PreflightCheck> preflight() {
        return keeping("look at the server", () -> new Preflight(connection, tables).checks());
    }

    @Override
    public void prepare() {
        keeping("make the history tables", () -> {
            new HistorySetup(connection, tables).ensure();
            return true;
        });
    }

    @Override
    public void run(List<StepOrder<SqlContext>> orders, Consumer<RunEvent> listener) throws Exception {
        if (orders.get(0).step().revision().transactional()) {
            new TransactionalSteps(this, connection, writer(), settings).run(orders, listener);
        } else {
            new NonTransactionalStep(this, connection, writer()).run(orders.get(0), listener);
        }
    }

    @Override
    public void record(HistoryChange change) {
        keeping("write the history", () -> {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                writer().change(change);
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    rollBack();
                }
                autoCommitAgain();
            }
            return true;
        });
    }

    @Override
    public void logFailure(Failure failure) {
        try {
            if (!isBroken()) {
                writer().failure(failure);
            }
        } catch (SQLException e) {
            LOG.warn("The failure could not be written to the log of {}", description, e);
        }
    }

    @Override
    public Rehearsal rehearse(Migration<SqlContext> migration, Direction direction) {
        RecordingSqlContext context = new RecordingSqlContext(connection, migration.getClass());
        try {
            if (direction == Direction.UP) {
                migration.up(context);
            } else {
                migration.down(context);
            }
            return new Rehearsal.Statements(context.sql());
        } catch (Irreversible e) {
            return new Rehearsal.CannotBeUndone(String.valueOf(e.getMessage()));
        } catch (Exception | LinkageError | AssertionError e) {
            return new Rehearsal.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!isBroken()) {
                giveBack();
            }
        } catch (SQLException e) {
            LOG.warn("The connection to {} could not be given back as it was", description, e);
        }
    }

    private void giveBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (writing != null) {
            writing.lock().release();
            writing.before().restore(connection);
        }
        connection.setAutoCommit(autoCommitBefore);
    }

    /** What the way down of a step up would run, for the record; empty if that can't be known. */
    Optional<String> wayBack(StepOrder<SqlContext> order) {
        return order.step().direction() == Direction.UP
                        && rehearse(order.migration(), Direction.DOWN) instanceof Rehearsal.Statements statements
                ? Optional.of(statements.sql())
                : Optional.empty();
    }

    /** What has to be run before a step so that it does not see the settings of the step before it; usually nothing. */
    String restoring() {
        return settingsMayDiffer ? writing().before().restoring() + "; " : "";
    }

    void noteSettings(LiveSqlContext context) {
        settingsMayDiffer = settingsMayDiffer || context.maySet();
    }

    /** Whether another server process answers than the one that was connected to. */
    private boolean isBehindPooler(SessionState state) {
        return keeping(
                "ask the driver",
                () -> connection.isWrapperFor(PGConnection.class)
                        && connection.unwrap(PGConnection.class).getBackendPID() != state.backendPid());
    }

    /** What a step is called in {@code application_name}, which the server cuts at 63 bytes. */
    static String nameOf(StepOrder<?> order) {
        return "waymark " + order.step().direction() + " " + order.step().id();
    }

    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The roll-back failed, so the connection is gone and the server rolls back", e);
        }
    }

    void autoCommitAgain() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("The connection is gone", e);
        }
    }

    boolean isBroken() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    ConnectionLostException lost(Exception cause) {
        return new ConnectionLostException(description, cause);
    }

    private HistoryWriter writer() {
        return writing().writer();
    }

    private Writing writing() {
        if (writing == null) {
            throw new IllegalStateException("The lock comes first");
        }
        return writing;
    }

    private <T> T keeping(String task, SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw SqlErrors.whileKeepingHistory(description, task, e);
        }
    }

    /**
     * What a session that changes something needs, and one that finds nothing to do never makes.
     *
     * @param before the session's settings as they were
     * @param lock the lock
     * @param writer the history
     */
    private record Writing(SessionState before, AdvisoryLock lock, HistoryWriter writer) {}

    @FunctionalInterface
    private interface SqlWork<T> {

        T run() throws SQLException;
    }
}
