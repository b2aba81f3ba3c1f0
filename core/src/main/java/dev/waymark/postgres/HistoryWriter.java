package dev.waymark.postgres;

import dev.waymark.error.LockLostException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.TransactionEndedException;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Failure;
import dev.waymark.run.HistoryChange;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Version;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history. A step is recorded in one statement, which takes effect only if the applied heads are those that
 * the step was planned for, this session holds the lock, and the transaction is still the one that the step began.
 */
final class HistoryWriter {

    private final Connection connection;
    private final HistoryTables tables;
    private final String database;
    private final String version = Version.current();
    private final long lockKey;
    private final Map<String, String> statements = new HashMap<>();

    HistoryWriter(Connection connection, HistoryTables tables, String database) {
        this.connection = connection;
        this.tables = tables;
        this.database = database;
        this.lockKey = tables.lockKey();
    }

    /** Records that a step which has no transaction is about to begin. */
    void begin(StepOrder<?> order) throws SQLException {
        guarded(Working.isUp(order) ? HistorySql.BEGIN_UP : HistorySql.BEGIN_DOWN, order, Ran.NOTHING);
    }

    /** Records a finished step, whose transaction was marked with its token. */
    void finish(StepOrder<?> order, Ran ran) throws SQLException {
        guarded(Working.isUp(order) ? HistorySql.FINISH_UP : HistorySql.FINISH_DOWN, order, ran);
    }

    /** Gives a step without a transaction to a run that has no session to hold the lock with. */
    void lease(StepOrder<?> order) throws SQLException {
        run(HistorySql.LEASE, processName(), order.step().id().value(), order.run());
    }

    private static String processName() {
        try {
            return "process " + ProcessHandle.current().pid() + " on "
                    + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "process " + ProcessHandle.current().pid();
        }
    }

    /** Records how a statement of a step without a transaction stands, unless the step belongs to another run now. */
    void mark(StepOrder<?> order, int number, StatementRecord.State state, String text, int changed)
            throws SQLException {
        int marked = run(
                HistorySql.MARK,
                order.step().id().value(),
                order.run(),
                number,
                state.name().toLowerCase(Locale.ROOT),
                text,
                changed);
        if (marked == 0) {
            throw new LockLostException(database);
        }
    }

    /** Refuses to go on with a step without a transaction that belongs to another run now. */
    void requireOwned(StepOrder<?> order) throws SQLException {
        if (run(HistorySql.OWNED, order.step().id().value(), order.run()) == 0) {
            throw new LockLostException(database);
        }
    }

    /** Forgets the statements of a step without a transaction. */
    void forgetStatements(RevisionId id) throws SQLException {
        run(HistorySql.FORGET_STATEMENTS, id.value());
    }

    /** Takes the statement that may or may not have taken effect for one that has not. */
    void forgetDoubt(RevisionId id, int number) throws SQLException {
        run(HistorySql.FORGET_DOUBT, id.value(), number);
    }

    void change(HistoryChange change) throws SQLException {
        for (RevisionId removed : change.removed()) {
            forgetStatements(removed);
            run(HistorySql.UNSTAMP, removed.value(), change.run(), version);
        }
        String event = change.event().name().toLowerCase(Locale.ROOT);
        for (HistoryChange.Recorded recorded : change.recorded()) {
            RevisionInfo info = recorded.info();
            forgetStatements(info.id());
            run(
                    HistorySql.STAMP,
                    info.id().value(),
                    array(info.revises()),
                    array(dependencies(info, recorded.requires())),
                    array(info.labels()),
                    info.message(),
                    info.transactional(),
                    recorded.checksum().orElse(null),
                    recorded.digest(),
                    event,
                    change.run(),
                    version);
        }
        run(HistorySql.CLEAR_HEADS);
        run(HistorySql.SET_HEADS, array(change.heads()));
    }

    void failure(Failure failure) throws SQLException {
        run(
                HistorySql.FAILURE,
                failure.step().id().value(),
                seconds(failure.took()),
                failure.problem(),
                failure.run(),
                version);
    }

    private void guarded(String sql, StepOrder<?> order, Ran ran) throws SQLException {
        RevisionInfo info = order.step().revision();
        try (PreparedStatement statement = prepared(
                sql,
                info.id().value(),
                array(order.heads().before()),
                array(order.heads().after()),
                lockKey,
                StepMarks.token(order),
                seconds(ran.took()),
                order.run(),
                version,
                array(info.revises()),
                array(dependencies(info, order.requires())),
                array(info.labels()),
                info.message(),
                info.transactional(),
                order.checksum().orElse(null),
                order.digest(),
                ran.statements(),
                ran.sql(),
                texts(ran.downSql()),
                ran.downNote())) {
            try (ResultSet verdict = statement.executeQuery()) {
                verdict.next();
                requirePermission(verdict, order);
            }
        }
    }

    private void requirePermission(ResultSet verdict, StepOrder<?> order) throws SQLException {
        if (!verdict.getBoolean(4)) {
            throw TransactionEndedException.ended();
        }
        if (!verdict.getBoolean(3)) {
            throw new LockLostException(database);
        }
        if (!verdict.getBoolean(2)) {
            List<String> found = Arrays.stream(verdict.getString(1).split(",", -1))
                    .filter(id -> !id.isEmpty())
                    .toList();
            throw new StalePlanException(
                    order.heads().before().stream().map(RevisionId::value).toList(), found);
        }
    }

    private int run(String sql, @Nullable Object... binds) throws SQLException {
        try (PreparedStatement statement = prepared(sql, binds)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... binds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(statements.computeIfAbsent(sql, tables::in));
        for (int i = 0; i < binds.length; i++) {
            statement.setObject(i + 1, binds[i]);
        }
        return statement;
    }

    private static List<RevisionId> dependencies(RevisionInfo info, List<RevisionId> requires) {
        List<RevisionId> dependencies = new ArrayList<>(requires);
        dependencies.removeAll(info.revises());
        return dependencies;
    }

    private @Nullable Array texts(Optional<List<String>> texts) throws SQLException {
        return texts.isEmpty()
                ? null
                : connection.createArrayOf("text", texts.get().toArray());
    }

    /** An array literal: ids and labels hold nothing that would have to be quoted in one. */
    private static String array(Collection<?> names) {
        StringJoiner array = new StringJoiner(",", "{", "}");
        for (Object name : names) {
            array.add(name.toString());
        }
        return array.toString();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
