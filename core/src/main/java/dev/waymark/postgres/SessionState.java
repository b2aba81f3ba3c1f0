package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a session before the first step, and how to get them back: a plain {@code SET} of a migration is to
 * reach neither the next step nor the pool that lent the connection.
 *
 * @param restoring the statements that restore them
 * @param backendPid the process id of the server process
 * @param readOnly whether the server accepts no writes from this session
 */
record SessionState(String restoring, int backendPid, boolean readOnly) {

    /** What was set in this session is what {@code RESET ALL} would lose; it spares the role. */
    private static final String READ = """
            select
                'reset all; select set_config(''role'', ' || quote_literal(current_setting('role')) || ', false)'
                    || coalesce((
                        select string_agg(
                            ', set_config(' || quote_literal(name) || ', ' || quote_literal(current_setting(name)) || ', false)',
                            '')
                        from pg_settings
                        where source = 'session' and name !~ '^transaction_'
                    ), ''),
                pg_backend_pid(),
                pg_is_in_recovery() or current_setting('transaction_read_only')::boolean""";

    static SessionState read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new SessionState(row.getString(1), row.getInt(2), row.getBoolean(3));
        }
    }

    void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(restoring);
        }
    }

    /**
     * The statements with which a step begins: the settings as they were before any step, and what marks this one.
     *
     * @param token what {@code waymark.step} is set to
     * @param name what {@code application_name} is set to
     * @param lockTimeout {@code lock_timeout}, for a step with a transaction, whose marks end with it
     */
    String marks(String token, String name, Optional<Duration> lockTimeout) {
        String local = Boolean.toString(lockTimeout.isPresent());
        String timeout = lockTimeout
                .map(most -> ", set_config('lock_timeout', '" + most.toMillis() + "ms', true)")
                .orElse("");
        return restoring + ", set_config('waymark.step', '" + token + "', " + local
                + "), set_config('application_name', '" + name + "', " + local + ")" + timeout;
    }
}
