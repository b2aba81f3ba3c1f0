package dev.waymark.postgres;

import dev.waymark.session.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * The context of a migration that is only asked what it would run. Statements that change rows answer that they changed
 * none, or that they changed one the first time: a migration that runs something else then depends on data.
 */
final class RecordingSqlContext implements SqlContext {

    private final Connection connection;
    private final Class<?> migration;
    private final Answer answer;
    private final Recording recording = new Recording();
    private final Set<String> answered = new HashSet<>();

    RecordingSqlContext(Connection connection, Class<?> migration, Answer answer) {
        this.connection = connection;
        this.migration = migration;
        this.answer = answer;
    }

    @Override
    public int execute(String sql, Object... binds) {
        try {
            if (binds.length == 0) {
                SqlText.statements(sql).forEach(recording::add);
            } else {
                recordBound(sql, binds);
            }
            boolean changes = SqlText.changesRows(recording.last());
            return answer == Answer.ONE_ROW_ONCE && changes && answered.add(sql) ? 1 : 0;
        } catch (SQLException e) {
            throw new NotRecordableException("its SQL can't be read: " + e.getMessage());
        }
    }

    /** Nothing is sent to the server before a statement is executed. */
    private void recordBound(String sql, Object[] binds) throws SQLException {
        try (PreparedStatement statement = Binds.prepared(connection, sql, binds)) {
            recording.add(Binds.rendered(statement));
        }
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... binds) {
        throw new NotRecordableException("it depends on data");
    }

    @Override
    public void script(String resource) {
        execute(Script.read(migration, resource));
    }

    @Override
    public DSLContext dsl() {
        return JooqContexts.recording(recording);
    }

    @Override
    public Connection connection() {
        throw new NotRecordableException("it uses connection()");
    }

    /** Whether an answer can make a difference. */
    boolean changesRows() {
        return recording.statements().stream().anyMatch(SqlText::changesRows);
    }

    Recording recording() {
        return recording;
    }

    /** How many rows a statement says that it changed. */
    enum Answer {
        NO_ROWS,
        ONE_ROW_ONCE
    }

    /** Ends a rehearsal that can't go on without a database. */
    static final class NotRecordableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotRecordableException(String reason) {
            super(reason);
        }
    }
}
