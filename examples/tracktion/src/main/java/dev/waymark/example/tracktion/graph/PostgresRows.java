package dev.waymark.example.tracktion.graph;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of PostgreSQL, as parameters of Cypher.
 *
 * @param postgres where they are
 */
public record PostgresRows(DataSource postgres) {

    /**
     * {@return the rows of a query, each a map from the names of its columns to their texts, or to null}
     *
     * @param query a query
     * @throws SQLException if it can't be run
     */
    public List<Map<String, @Nullable String>> read(String query) throws SQLException {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static Map<String, @Nullable String> row(ResultSet result) throws SQLException {
        Map<String, @Nullable String> row = new HashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
        }
        return row;
    }
}
