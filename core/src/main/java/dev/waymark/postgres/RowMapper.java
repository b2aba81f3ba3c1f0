package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of a row.
 *
 * @param <T> the kind of value
 */
@FunctionalInterface
public interface RowMapper<T> {

    /**
     * Reads the row that the result set stands on.
     *
     * @param row the result set; not to be moved or closed
     * @return the value
     * @throws SQLException if a column can't be read
     */
    T map(ResultSet row) throws SQLException;
}
