package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The connection of a step, and what marks the step on the server: its token, its name in {@code application_name}, its
 * {@code lock_timeout}. The marks are not worth a round trip: they are sent together with the first statement.
 */
final class StepConnection {

    private final Connection connection;
    private String pendingMarks;

    StepConnection(Connection connection, String marks) {
        this.connection = connection;
        this.pendingMarks = marks;
    }

    /** The connection, marked. */
    Connection marked() throws SQLException {
        if (!pendingMarks.isEmpty()) {
            execute("");
        }
        return connection;
    }

    /** Runs one statement, and returns how many rows it changed. */
    int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String marks = pendingMarks;
            pendingMarks = "";
            boolean rows = statement.execute(marks.isEmpty() ? sql : marks + ";" + sql);
            return lastCount(statement, rows);
        }
    }

    private static int lastCount(Statement statement, boolean firstHasRows) throws SQLException {
        int count = firstHasRows ? -1 : statement.getUpdateCount();
        int last = Math.max(count, 0);
        while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
            last = Math.max(statement.getUpdateCount(), 0);
        }
        return last;
    }
}
