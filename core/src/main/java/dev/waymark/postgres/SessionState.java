package dev.waymark.postgres;

import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The settings of a session before the first step, and how to get them back: a plain {@code SET} of a migration is to
 * reach neither the next step nor the pool that lent the connection.
 *
 * @param restoring the statements that restore them
 * @param backendPid the process id of the server process
 * @param application what {@code application_name} is
 * @param readOnly whether the server accepts no writes from this session
 */
record SessionState(String restoring, int backendPid, String application, boolean readOnly) {

    private static final int LONGEST_NAME = 63;

    /**
     * Sets back only what is not as it was: {@code RESET ALL} would also lose settings with names of an application's
     * own, which a pool may have made for row security, and which no catalog lists.
     */
    private static final String READ = """
            select
                format(
                    'select set_config(''session_authorization'', %L, false); select set_config(''role'', %L, false); '
                        'with before as materialized (select %L::jsonb as settings) '
                        'select set_config(name, coalesce(settings ->> name, reset_val), false) '
                        'from pg_settings, before '
                        'where (source = ''session'' or settings ->> name is not null) and name <> all (''{transaction_deferrable,transaction_isolation,transaction_read_only}'') '
                        'and current_setting(name) is distinct from coalesce(settings ->> name, reset_val)',
                    current_setting('session_authorization'),
                    current_setting('role'),
                    (
                        select coalesce(jsonb_object_agg(name, current_setting(name)), '{}')
                        from pg_settings
                        where source = 'session'
                            and name <> all ('{transaction_deferrable,transaction_isolation,transaction_read_only}')
                    )
                ),
                pg_backend_pid(),
                current_setting('application_name'),
                pg_is_in_recovery() or current_setting('transaction_read_only')::boolean""";

    static SessionState read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new SessionState(row.getString(1), row.getInt(2), row.getString(3), row.getBoolean(4));
        }
    }

    void restore(Connection connection) throws SQLException {
        Sql.execute(connection, restoring);
    }

    /** What {@code application_name} is while a step runs; the server cuts it at 63 bytes, so the step is spared. */
    String whileRunning(StepOrder<?> order) {
        String step = "waymark " + order.step().direction() + " " + order.step().id();
        int left = Math.max(0, LONGEST_NAME - step.length() - 3);
        String application = this.application.length() > left ? this.application.substring(0, left) : this.application;
        return application.isEmpty() ? step : application + " / " + step;
    }
}
