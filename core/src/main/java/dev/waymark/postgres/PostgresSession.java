package dev.waymark.postgres;

import dev.waymark.error.CommitUnknownException;
import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.ReadOnlyDatabaseException;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Failure;
import dev.waymark.run.HistoryChange;
import dev.waymark.run.LogEntry;
import dev.waymark.run.OvertakenException;
import dev.waymark.run.PreflightCheck;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StepOrder;
import dev.waymark.session.StatementWatch;
import dev.waymark.session.WatchedListener;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session on PostgreSQL: one connection for the lock and the work, so that if it dies, both do. */
final class PostgresSession implements DatabaseSession<SqlContext> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private final PostgresDatabase database;
    private final Settings settings;
    private final HistoryTables tables;
    private Lent lent;
    private HistoryReader reader;
    private volatile @Nullable Working working;
    private @Nullable StatementWatch watch;

    PostgresSession(PostgresDatabase database, Settings settings) {
        this.database = database;
        this.settings = settings;
        tables = HistoryTables.of(settings);
        lent = database.connect();
        reader = new HistoryReader(lent.connection(), tables);
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
    public Optional<String> obstacle(RevisionId id) {
        return keeping("read the history", () -> Doubt.obstacle(reader.statements(id)));
    }

    @Override
    public Migration<SqlContext> recorded(RevisionId id) {
        return keeping("read the history", () -> reader.recorded(id));
    }

    @Override
    public void lock(Consumer<RunEvent.LockWaited> waiting) {
        SessionState state = keeping("read the session's settings", () -> SessionState.read(lent.connection()));
        if (state.readOnly()) {
            throw new ReadOnlyDatabaseException(database.description(), null);
        }
        Working taken = keeping(
                "look at the session", () -> new Working(database.description(), lent, tables, settings, state));
        working = taken;
        keeping("take the lock", () -> {
            taken.lock().acquire(waiting);
            return true;
        });
    }

    @Override
    public List<PreflightCheck> preflight() {
        return keeping("look at the server", () -> new Preflight(lent.connection(), tables).checks());
    }

    @Override
    public void prepare() {
        keeping("make the history tables", () -> {
            new HistorySetup(lent.connection(), tables).ensure();
            working().endTransaction();
            return true;
        });
    }

    @Override
    public void run(List<StepOrder<SqlContext>> orders, Consumer<RunEvent> listener) throws Exception {
        StepOrder<SqlContext> first = orders.get(0);
        try (WatchedListener watched = watch().telling(listener)) {
            working().nameStatementsOf(first);
            if (first.step().revision().transactional()) {
                new TransactionalSteps(this, settings.timeouts(), orders, watched).run();
            } else {
                new NonTransactionalStep(this, settings.timeouts(), first, watched).run();
            }
        } catch (Exception e) {
            throw told(e);
        }
    }

    /** What to tell of a failure: that the connection is gone, if it is, and nothing better is known. */
    private Exception told(Exception failure) {
        boolean told = failure instanceof ConnectionLostException || failure instanceof CommitUnknownException;
        return lent.isBroken() && !told ? lost(failure) : failure;
    }

    @Override
    public void settle(RevisionId id) {
        keeping("write the history", () -> {
            for (StatementRecord statement : reader.statements(id)) {
                if (Doubt.isOpen(statement)) {
                    working().writer().forgetDoubt(id, statement.number());
                }
            }
            working().endTransaction();
            return true;
        });
    }

    @Override
    public void record(HistoryChange change) {
        keeping("write the history", () -> {
            try {
                working().begin(waited -> {});
                working().requireHeads(change.headsBefore(), Optional.empty());
                working().writer().change(change);
                commit(() -> reader.hasLogged(change.run()));
            } catch (OvertakenException e) {
                throw e.stale();
            } finally {
                lent.rollBack();
                lent.autoCommitAgain();
            }
            return true;
        });
    }

    @Override
    public void logFailure(Failure failure) {
        try {
            if (!lent.isBroken() && working != null) {
                working.writer().failure(failure);
            }
        } catch (SQLException e) {
            LOG.warn("The failure could not be written to the log of {}", database.description(), e);
        }
    }

    @Override
    public Rehearsal rehearse(Migration<SqlContext> migration, Direction direction) {
        return rehearsed(migration, direction).outcome();
    }

    /** What a migration would run, as far as that can be told without running it. */
    RehearsalRoom.Rehearsed rehearsed(Migration<SqlContext> migration, Direction direction) {
        return new RehearsalRoom(lent.connection(), migration, direction).rehearsed();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        try (Lent closed = lent) {
            if (working != null && !closed.isBroken()) {
                closed.rollBack();
                closed.autoCommitAgain();
                working.giveBack();
            }
        } catch (SQLException e) {
            LOG.warn("The connection to {} could not be given back as it was", database.description(), e);
        }
    }

    /** What the way down of a step up would run, for the record. */
    Rehearsal wayBack(StepOrder<SqlContext> order) {
        return order.step().direction() == Direction.UP
                ? rehearse(order.migration(), Direction.DOWN)
                : new Rehearsal.Unknown("");
    }

    /**
     * Commits. If the connection is lost in it, the server is asked on a new one what became of the transaction, once
     * the old session is known to be gone: its lock is.
     */
    void commit(Evidence committed) throws SQLException {
        try {
            lent.connection().commit();
        } catch (SQLException e) {
            if (!lent.isBroken() && !SqlErrors.isConnectionLost(e)) {
                throw e;
            }
            reconnect(e);
            if (!committed.isThere()) {
                throw lost(e);
            }
            LOG.info("The connection to {} was lost in a commit, which the server did make", database.description());
        }
    }

    private void reconnect(SQLException cause) {
        lent.close();
        Reconnection.Again again = new Reconnection(database, settings).after(cause);
        lent = again.lent();
        reader = new HistoryReader(lent.connection(), tables);
        working = again.working();
    }

    private StatementWatch watch() {
        if (watch == null) {
            watch = database.watch(() -> working().backend(), settings.timeouts());
        }
        return watch;
    }

    HistoryReader reader() {
        return reader;
    }

    Lent lent() {
        return lent;
    }

    Working working() {
        if (working == null) {
            throw new IllegalStateException("The lock comes first");
        }
        return working;
    }

    ConnectionLostException lost(Exception cause) {
        return new ConnectionLostException(database.description(), cause);
    }

    private <T> T keeping(String task, SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw SqlErrors.whileKeepingHistory(database.description(), task, e);
        }
    }

    /** Tells of a transaction whether it was committed. */
    @FunctionalInterface
    interface Evidence {

        boolean isThere() throws SQLException;
    }

    @FunctionalInterface
    private interface SqlWork<T> {

        T run() throws SQLException;
    }
}
