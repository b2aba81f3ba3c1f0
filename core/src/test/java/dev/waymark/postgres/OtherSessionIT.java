package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** How another session is described. */
class OtherSessionIT {

    private static final String QUERY =
            "select %s from (values (%d)) as wanted (pid) left join pg_stat_activity as a using (pid)";

    private final TestDatabase database = TestDatabase.create();

    @Test
    void itsStatementIsOneLineOf200Characters() throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("set application_name to 'psql'");
            int pid = pid(statement, "select pg_backend_pid()" + ",\n   1".repeat(200));

            assertThat(described("postgres", pid))
                    .matches("pid %d, 'psql' from (127.0.0.1|::1), idle for 0 s: select pg_backend_pid\\(\\)(, 1){59}"
                            .formatted(pid));
        }
    }

    @Test
    void whatAUserMayNotSeeIsSaidSo() throws SQLException {
        database.execute("do $$ begin create role guest login; exception when duplicate_object then null; end $$");
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            int pid = pid(statement, "select pg_backend_pid()");

            assertThat(described("guest", pid))
                    .isEqualTo(
                            "pid %d, 'PostgreSQL JDBC Driver' of user postgres, whose statement this user may not see",
                            pid);
        }
    }

    @Test
    void aProcessOfTheServerIsCalledByItsKind() throws SQLException {
        int pid =
                Integer.parseInt(database.query("select pid from pg_stat_activity where backend_type = 'checkpointer'")
                        .get(0));

        assertThat(described("postgres", pid)).matches("pid %d, 'checkpointer', working for \\d+ s".formatted(pid));
    }

    /** These hold locks without a process; {@code pg_blocking_pids} has 0 for them. */
    @Test
    void aPreparedTransactionHasNoProcess() throws SQLException {
        assertThat(described("postgres", 0)).isEqualTo("a prepared transaction");
    }

    private String described(String user, int pid) throws SQLException {
        try (Connection connection = database.dataSource(user).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY.formatted(OtherSession.described("a"), pid))) {
            row.next();
            return row.getString(1);
        }
    }

    private static int pid(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
