package dev.waymark.postgres;

import static dev.waymark.postgres.PreflightServer.STRICT;
import static dev.waymark.postgres.PreflightServer.check;
import static dev.waymark.postgres.PreflightServer.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.waymark.run.PreflightCheck;
import dev.waymark.run.PreflightCheck.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the preflight says of sessions, transactions and room. */
class PreflightIT {

    private final TestDatabase database = PreflightServer.database();

    @Test
    void aDatabaseThatIsReadyIsClearOnEveryPoint() throws SQLException {
        assertThat(preflight(database))
                .extracting(PreflightCheck::name, PreflightCheck::verdict)
                .containsExactly(
                        tuple("writes", Verdict.OK),
                        tuple("history privileges", Verdict.OK),
                        tuple("schema privileges", Verdict.OK),
                        tuple("blocking sessions", Verdict.OK),
                        tuple("prepared transactions", Verdict.OK),
                        tuple("connections", Verdict.OK),
                        tuple("disk", Verdict.UNKNOWN),
                        tuple("synchronous standbys", Verdict.OK),
                        tuple("replication lag", Verdict.OK),
                        tuple("replication slots", Verdict.OK));
    }

    @Test
    void aSessionThatSitsInATransactionIsNamedWithWhatItHolds() throws Exception {
        database.execute("create table artists (); create table albums ()");
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            statement.execute("set application_name = 'report'");
            reader.setAutoCommit(false);
            statement.execute("select from artists, albums");
            int pid = pid(reader);
            untilIdleForASecond(pid);

            PreflightCheck found = check("blocking sessions", preflight(database));

            assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(found.finding())
                    .matches("pid " + pid
                            + " \\(postgres, 'report', idle in transaction, transaction begun \\d+ s ago\\)"
                            + " holds locks on albums, artists");
            assertThat(found.remedy())
                    .isEqualTo("let them finish, or end them: select pg_terminate_backend(" + pid + ")");
        }
    }

    @Test
    void aSessionThatHoldsNoLockOnATableBlocksNobody() throws SQLException {
        try (Connection idle = database.dataSource().getConnection()) {
            idle.setAutoCommit(false);
            pid(idle);

            assertThat(check("blocking sessions", preflight(database, STRICT)).verdict())
                    .isEqualTo(Verdict.OK);
        }
    }

    @Test
    void aTransactionThatOnlyJustBeganIsLeftAlone() throws SQLException {
        database.execute("create table artists ()");
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from artists");

            Preflight.Limits patient =
                    new Preflight.Limits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 1, 1, 1);
            assertThat(check("blocking sessions", preflight(database, patient)).verdict())
                    .isEqualTo(Verdict.OK);
        }
    }

    @Test
    void whatTheUserMayNotSeeIsUnknown() throws SQLException {
        database.execute("create table artists ()");
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from artists");

            assertThat(preflight(database.dataSource("visitor")))
                    .contains(new PreflightCheck(
                            "blocking sessions",
                            Verdict.UNKNOWN,
                            "1 of other users hold locks on tables, and the user may not see for how long",
                            "grant the user pg_read_all_stats"));
        }
    }

    @Test
    void aTransactionThatSomebodyPreparedAndLeft() throws SQLException {
        database.execute("create table artists (); begin; lock artists; prepare transaction 'it''s mine'");
        try {
            PreflightCheck found = check("prepared transactions", preflight(database, STRICT));

            assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(found.finding()).matches("'it''s mine' of postgres, prepared \\d+ s ago");
            assertThat(found.remedy())
                    .isEqualTo("find out what they are, and end them, by commit prepared or else: rollback prepared"
                            + " 'it''s mine'");
        } finally {
            database.execute("rollback prepared 'it''s mine'");
        }
    }

    @Test
    void tooFewFreeConnections() throws SQLException {
        PreflightCheck found = check("connections", preflight(database, STRICT));

        assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(found.finding()).matches("\\d+ of 300 are free");
        assertThat(found.remedy()).isEqualTo("close some, make pools smaller, or raise max_connections");
    }

    @Test
    void theDiskIsTheUsersToWatch() throws SQLException {
        PreflightCheck found = check("disk", preflight(database));

        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(found.finding()).matches("the database takes \\d+ kB; PostgreSQL does not tell how much is free");
    }

    private void untilIdleForASecond(int pid) throws InterruptedException {
        String idle =
                "select count(*) from pg_stat_activity where pid = %d and state = 'idle in transaction'".formatted(pid)
                        + " and state_change < clock_timestamp() - interval '1 s'";
        while (!database.query(idle).equals(List.of("1"))) {
            Thread.sleep(50);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
