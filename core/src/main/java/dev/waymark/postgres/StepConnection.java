package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.SQLException;

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
        String marks = pendingMarks;
        pendingMarks = "";
        return Sql.execute(connection, marks.isEmpty() ? sql : marks + ";" + sql);
    }
}
