package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import dev.waymark.error.TransactionEndedException;
import dev.waymark.postgres.StatementRunner.Bound;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Script;
import dev.waymark.session.StatementEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of a step that runs. It keeps what it ran, and the first failure, which a migration may have swallowed.
 */
final class LiveSqlContext implements SqlContext {

    private static final Object[] NONE = {};

    private final StepOrder<SqlContext> order;
    private final StatementRunner runner;
    private final StatementEvents events;
    private final Recording recording = new Recording();
    private boolean maySet;
    private @Nullable StatementFailedException firstFailure;

    LiveSqlContext(StepOrder<SqlContext> order, StatementRunner runner, Consumer<RunEvent> listener) {
        this.order = order;
        this.runner = runner;
        events = new StatementEvents(order.step(), listener);
    }

    /** Runs the step. */
    void run() throws Exception {
        if (Working.isUp(order)) {
            order.migration().up(this);
        } else {
            order.migration().down(this);
        }
    }

    @Override
    public int execute(String sql, Object... binds) {
        return binds.length == 0 ? executeAll(sql) : executeBound(sql, binds);
    }

    private int executeAll(String sql) {
        int count = 0;
        for (String statement : attempt(sql, () -> SqlText.statements(sql))) {
            refuseTransactionControl(statement);
            count = attempt(statement, () -> executed(statement, new Bound(statement, NONE)));
        }
        return count;
    }

    private int executeBound(String sql, Object[] binds) {
        refuseTransactionControl(sql);
        return attempt(sql, () -> executed(rendered(sql, binds), new Bound(sql, binds)));
    }

    private String rendered(String sql, Object[] binds) throws SQLException {
        try (PreparedStatement statement = Binds.prepared(runner.local(), sql, binds)) {
            return Binds.rendered(statement);
        }
    }

    private int executed(String text, Bound bound) throws SQLException {
        int number = events.next();
        maySet = maySet || SqlText.maySet(text);
        recording.add(text);
        OptionalInt done = runner.alreadyDone(number, text);
        return done.isPresent() ? done.getAsInt() : executeNow(number, text, bound);
    }

    private int executeNow(int number, String text, Bound bound) throws SQLException {
        events.started(bound.sql());
        int changed = runner.execute(number, text, bound);
        events.ended(changed);
        return changed;
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... binds) {
        maySet = true;
        return attempt(sql, () -> runner.read(connection -> rows(connection, new Bound(sql, binds), mapper)));
    }

    private static <T> List<T> rows(Connection connection, Bound bound, RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = Binds.prepared(connection, bound.sql(), bound.binds());
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(mapper.map(rows));
            }
            return values;
        }
    }

    @Override
    public void script(String resource) {
        executeAll(Script.read(order.migration().getClass(), resource));
    }

    @Override
    public DSLContext dsl() {
        return JooqContexts.live(guarded(), recording, events);
    }

    @Override
    public Connection connection() {
        recording.add("-- statements that were run on connection() are not recorded");
        return guarded();
    }

    /** Whether it may have changed settings of the session, which the next step is not to see. */
    boolean maySet() {
        return maySet;
    }

    /** What was run, for the record. */
    Ran ran(Rehearsal wayBack, Duration took) {
        return new Ran(recording.sql(), wayBack, events.count(), took);
    }

    /** How many statements it has run. */
    int statements() {
        return events.count();
    }

    Optional<StatementFailedException> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    private Connection guarded() {
        maySet = true;
        return attempt("connection()", () -> {
            return GuardedConnection.around(runner.free(events.next()));
        });
    }

    private static void refuseTransactionControl(String statement) {
        if (SqlText.controlsTransaction(statement)) {
            throw TransactionEndedException.refused("run '%s'".formatted(statement.strip()));
        }
    }

    private <T> T attempt(String statement, SqlAction<T> action) {
        try {
            return action.run();
        } catch (SQLException e) {
            StatementFailedException failure = new StatementFailedException(statement, SqlErrors.state(e), e);
            if (firstFailure == null) {
                firstFailure = failure;
            }
            throw failure;
        }
    }

    @FunctionalInterface
    private interface SqlAction<T> {

        T run() throws SQLException;
    }
}
