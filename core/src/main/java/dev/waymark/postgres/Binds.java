package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.postgresql.PGStatement;

/** Statements with bind values. */
final class Binds {

    private Binds() {}

    static PreparedStatement prepared(Connection connection, String sql, Object[] binds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(
                        i + 1, binds[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : binds[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** The statement with its values put in, as the driver prints it. */
    static String rendered(PreparedStatement statement) throws SQLException {
        return statement.unwrap(PGStatement.class).toString();
    }
}
