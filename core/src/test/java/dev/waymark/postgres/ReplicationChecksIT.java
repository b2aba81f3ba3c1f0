package dev.waymark.postgres;

import static dev.waymark.postgres.PreflightServer.STRICT;
import static dev.waymark.postgres.PreflightServer.check;
import static dev.waymark.postgres.PreflightServer.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.run.PreflightCheck;
import dev.waymark.run.PreflightCheck.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** What the preflight says of standbys and of what waits for them. */
class ReplicationChecksIT {

    private final TestDatabase database = PreflightServer.database();

    @Test
    void aStandbyThatCommitsWaitForIsNotThere() throws SQLException {
        database.execute("alter database %s set synchronous_commit = on".formatted(database.name()));

        assertThat(preflight(database))
                .contains(new PreflightCheck(
                        "synchronous standbys",
                        Verdict.BLOCKED,
                        "commits wait for 2, and 0 are connected: the first commit would hang",
                        "start the standby, or take it out of synchronous_standby_names"));
    }

    @Test
    void aStandbyThatIsFarBehind() throws Exception {
        try (Connection standby = replicating()) {
            PGReplicationStream stream = physical(standby);
            database.execute("create table artists as select generate_series(1, 1000)");

            PreflightCheck found = check("replication lag", untilWarned("replication lag"));

            assertThat(found.finding()).matches("'slow' is \\d+ (bytes|kB|MB) and \\d+ s behind");
            assertThat(found.remedy()).isEqualTo("let it catch up: what the steps write comes on top of that");
            assertThat(check("replication lag", preflight(database.dataSource("visitor"))))
                    .isEqualTo(new PreflightCheck(
                            "replication lag",
                            Verdict.UNKNOWN,
                            "1 connected, and the user may not see how far behind",
                            "grant the user pg_read_all_stats"));
            stream.close();
        }
    }

    @Test
    void aSlotThatHoldsBackTheLog() throws SQLException {
        database.execute("select pg_create_physical_replication_slot('forgotten', true)");
        try {
            PreflightCheck found = check("replication slots", preflight(database, STRICT));

            assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(found.finding())
                    .matches("'forgotten', which nobody uses, holds back \\d+ (bytes|kB|MB) of the log");
            assertThat(found.remedy())
                    .isEqualTo("let its reader catch up, or drop a slot that nobody needs: the log fills the disk");
        } finally {
            database.execute("select pg_drop_replication_slot('forgotten')");
        }
    }

    /** The server notes some time after a standby has connected how far behind it is. */
    private List<PreflightCheck> untilWarned(String name) throws Exception {
        for (int i = 0; i < 200; i++) {
            List<PreflightCheck> found = preflight(database, STRICT);
            if (check(name, found).verdict() == Verdict.WARNING) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No warning of " + name);
    }

    /** A connection that asks for the log as a standby does. */
    private static Connection replicating() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, "postgres");
        PGProperty.REPLICATION.set(properties, "true");
        PGProperty.APPLICATION_NAME.set(properties, "slow");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "13");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        Connection connection = new Driver()
                .connect("jdbc:postgresql://localhost:%d/postgres".formatted(PreflightServer.port()), properties);
        assertThat(connection).isNotNull();
        return connection;
    }

    /** Reads from the log's beginning on, but never says that it has applied anything. */
    private static PGReplicationStream physical(Connection standby) throws SQLException {
        return standby.unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(LogSequenceNumber.valueOf("0/1000000"))
                .start();
    }
}
