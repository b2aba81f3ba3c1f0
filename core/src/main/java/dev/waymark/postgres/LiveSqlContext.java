package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import dev.waymark.error.TransactionEndedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of a step that runs. It keeps what it ran, and the first failure, which a migration may have swallowed.
 */
final class LiveSqlContext implements SqlContext {

    private final StepConnection step;
    private final Class<?> migration;
    private final AfterStatement afterStatement;
    private final Recording recording = new Recording();
    private int statements;
    private boolean maySet;
    private @Nullable StatementFailedException firstFailure;

    LiveSqlContext(StepConnection step, Class<?> migration, AfterStatement afterStatement) {
        this.step = step;
        this.migration = migration;
        this.afterStatement = afterStatement;
    }

    @Override
    public int execute(String sql, Object... binds) {
        return binds.length == 0 ? executeAll(sql) : executeBound(sql, binds);
    }

    private int executeAll(String sql) {
        int count = 0;
        for (String statement : attempt(sql, () -> SqlText.statements(sql))) {
            refuseTransactionControl(statement);
            recording.add(statement);
            maySet = maySet || SqlText.maySet(statement);
            count = attempt(statement, () -> finished(step.execute(statement)));
        }
        return count;
    }

    private int executeBound(String sql, Object[] binds) {
        refuseTransactionControl(sql);
        maySet = maySet || SqlText.maySet(sql);
        return attempt(sql, () -> {
            try (PreparedStatement statement = Binds.prepared(step.marked(), sql, binds)) {
                recording.add(Binds.rendered(statement));
                statement.execute();
                return finished(Math.max(statement.getUpdateCount(), 0));
            }
        });
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... binds) {
        maySet = true;
        return attempt(sql, () -> {
            try (PreparedStatement statement = Binds.prepared(step.marked(), sql, binds);
                    ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(mapper.map(rows));
                }
                return values;
            }
        });
    }

    @Override
    public void script(String resource) {
        executeAll(Script.read(migration, resource));
    }

    @Override
    public DSLContext dsl() {
        return JooqContexts.live(guarded(), recording);
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
    Ran ran(Optional<String> wayBack, Duration took) {
        return new Ran(recording.sql(), wayBack, statements, took);
    }

    Optional<StatementFailedException> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    private Connection guarded() {
        maySet = true;
        return attempt("select set_config", () -> GuardedConnection.around(step.marked()));
    }

    private int finished(int count) throws SQLException {
        statements++;
        afterStatement.done(statements);
        return count;
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

    /** Something to be done after each statement. */
    @FunctionalInterface
    interface AfterStatement {

        void done(int statements) throws SQLException;
    }

    @FunctionalInterface
    private interface SqlAction<T> {

        T run() throws SQLException;
    }
}
