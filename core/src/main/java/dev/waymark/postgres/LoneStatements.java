package dev.waymark.postgres;

import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.PoolerException;
import dev.waymark.postgres.StatementRecord.State;
import dev.waymark.run.Settings.Timeouts;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Retries;
import dev.waymark.session.WatchedListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a step that has no transaction. One that may run in a transaction gets one of its own,
 * together with its record, so that it is done exactly once. Any other is recorded as running before, and as done after
 * it; what was running when a run died is settled by the catalog.
 */
final class LoneStatements implements StatementRunner {

    private final PostgresSession session;
    private final Timeouts timeouts;
    private final StepOrder<SqlContext> order;
    private final Map<Integer, StatementRecord> earlier = new TreeMap<>();
    private final WatchedListener listener;
    private @Nullable RuntimeException refusal;

    LoneStatements(
            PostgresSession session,
            Timeouts timeouts,
            StepOrder<SqlContext> order,
            List<StatementRecord> earlier,
            WatchedListener listener) {
        this.session = session;
        this.timeouts = timeouts;
        this.order = order;
        this.listener = listener;
        earlier.forEach(each -> this.earlier.put(each.number(), each));
    }

    /** How many statements an earlier run has done. */
    int done() {
        return (int) earlier.values().stream()
                .filter(each -> each.state() == State.DONE)
                .count();
    }

    /** Refuses a step that runs fewer statements now than an earlier run of it has done. */
    void requireAllRepeated(int ran) {
        earlier.values().stream()
                .filter(each -> each.number() > ran && each.state() != State.FAILED)
                .findFirst()
                .ifPresent(each -> {
                    throw changed(each, "nothing");
                });
    }

    @Override
    public OptionalInt alreadyDone(int number, String text) throws SQLException {
        StatementRecord record = earlier.get(number);
        if (record == null) {
            return OptionalInt.empty();
        }
        if (record.state() != State.FAILED && !record.text().equals(text)) {
            throw changed(record, text);
        }
        return switch (record.state()) {
            case DONE -> SqlText.isOfSession(text) ? OptionalInt.empty() : OptionalInt.of(record.changed());
            case RUNNING -> settled(record);
            case FAILED -> cleared(record, text);
        };
    }

    private OptionalInt cleared(StatementRecord record, String text) throws SQLException {
        boolean whole = Doubt.of(record.text()).clear(connection());
        return whole && record.text().equals(text) ? done(record) : OptionalInt.empty();
    }

    private OptionalInt settled(StatementRecord record) throws SQLException {
        return Doubt.of(record.text()).hasTakenEffect(connection()) ? done(record) : OptionalInt.empty();
    }

    private OptionalInt done(StatementRecord record) throws SQLException {
        session.working().writer().mark(order, record.number(), State.DONE, record.text(), 0);
        return OptionalInt.of(0);
    }

    private RuntimeException changed(StatementRecord record, String now) {
        return refused(new ChangedStatementException(order.step().id().value(), record.number(), record.text(), now));
    }

    /** A migration may catch it, which does not make the statement run. */
    private RuntimeException refused(RuntimeException reason) {
        refusal = refusal == null ? reason : refusal;
        return reason;
    }

    /** Throws what was refused, if a migration has caught it. */
    void requireNothingRefused() {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public int execute(int number, String text, Bound bound) throws SQLException {
        requireSessionFor(text);
        if (SqlText.refusesTransaction(text)) {
            return alone(number, text, bound);
        }
        try {
            return inTransaction(number, text, bound);
        } catch (SQLException e) {
            if (SqlErrors.refusesTransaction(e)) {
                return alone(number, text, bound);
            }
            throw e;
        }
    }

    private void requireSessionFor(String text) {
        if (!session.working().hasSession() && SqlText.isOfSession(text)) {
            throw refused(new PoolerException(text));
        }
    }

    private int alone(int number, String text, Bound bound) throws SQLException {
        HistoryWriter writer = session.working().writer();
        writer.mark(order, number, State.RUNNING, text, 0);
        int changed;
        try {
            changed = run(bound);
        } catch (SQLException e) {
            markFailed(number, text, e);
            throw e;
        }
        writer.mark(order, number, State.DONE, text, changed);
        return changed;
    }

    /** The server has answered that it failed, so there is no doubt, unless it may have committed a part before. */
    private void markFailed(int number, String text, SQLException failure) {
        if (!SqlText.mayEndTransaction(text) && !session.lent().isBroken() && !SqlErrors.isConnectionLost(failure)) {
            try {
                session.working().writer().mark(order, number, State.FAILED, text, 0);
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private int inTransaction(int number, String text, Bound bound) throws SQLException {
        int[] changed = new int[1];
        try {
            new Retries(timeouts.retryFor(), SqlErrors::reasonToRetry, order::step, listener)
                    .run(() -> changed[0] = oneTransaction(number, text, bound));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return changed[0];
    }

    private int oneTransaction(int number, String text, Bound bound) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        try {
            Sql.execute(
                    connection,
                    new StepMarks(timeouts)
                            .ofTransaction(order, session.working().state()));
            int changed = run(bound);
            session.working().writer().mark(order, number, State.DONE, text, changed);
            connection.commit();
            return changed;
        } finally {
            session.lent().rollBack();
            session.lent().autoCommitAgain();
        }
    }

    private int run(Bound bound) throws SQLException {
        String sql = session.working().marker() + bound.sql();
        if (bound.isPlain()) {
            return Sql.execute(connection(), sql);
        }
        try (PreparedStatement statement = Binds.prepared(connection(), sql, bound.binds())) {
            statement.execute();
            return Math.max(statement.getUpdateCount(), 0);
        }
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        try {
            Sql.execute(connection, "set transaction read only");
            T read = reading.from(connection);
            connection.commit();
            return read;
        } finally {
            session.lent().rollBack();
            session.lent().autoCommitAgain();
        }
    }

    @Override
    public Connection local() {
        return connection();
    }

    /** What is done there is not seen, so that an interrupted step can't be resumed by itself. */
    @Override
    public Connection free(int number) throws SQLException {
        if (!session.working().hasSession()) {
            throw refused(new PoolerException(Doubt.UNSEEN));
        }
        session.working().writer().mark(order, number, State.RUNNING, Doubt.UNSEEN, 0);
        return connection();
    }

    private Connection connection() {
        return session.lent().connection();
    }
}
