package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements as they stand: without bind values, and without JDBC's escapes. */
final class Sql {

    private Sql() {}

    /** Runs one statement or several, and returns how many rows the last one changed. */
    static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql);
            int last = rows ? 0 : Math.max(statement.getUpdateCount(), 0);
            while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                last = Math.max(statement.getUpdateCount(), 0);
            }
            return last;
        }
    }
}
