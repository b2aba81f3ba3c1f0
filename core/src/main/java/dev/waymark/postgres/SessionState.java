package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a migration may have changed of the session by a plain {@code SET}, as it was before, so that a pool gets back
 * the connection that it lent.
 *
 * @param searchPath {@code search_path}
 * @param role {@code role}
 * @param isolation {@code default_transaction_isolation}
 * @param applicationName {@code application_name}
 * @param lockTimeout {@code lock_timeout}
 * @param readOnly whether the server accepts no writes from this session
 */
record SessionState(
        String searchPath,
        String role,
        String isolation,
        String applicationName,
        String lockTimeout,
        boolean readOnly) {

    private static final String READ = """
            select current_setting('search_path'), current_setting('role'),
                current_setting('default_transaction_isolation'), current_setting('application_name'),
                current_setting('lock_timeout'), pg_is_in_recovery() or current_setting('transaction_read_only')::boolean""";

    private static final String RESTORE = """
            select set_config('role', ?, false), set_config('search_path', ?, false),
                set_config('default_transaction_isolation', ?, false), set_config('application_name', ?, false),
                set_config('lock_timeout', ?, false)""";

    static SessionState read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new SessionState(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6));
        }
    }

    void restore(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
            statement.setString(1, role);
            statement.setString(2, searchPath);
            statement.setString(3, isolation);
            statement.setString(4, applicationName);
            statement.setString(5, lockTimeout);
            statement.execute();
        }
    }
}
