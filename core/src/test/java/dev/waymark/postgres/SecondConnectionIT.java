package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.session.StatementWatch;
import dev.waymark.session.WatchedListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/** The second connection is welcome, and never needed. */
@Timeout(60)
class SecondConnectionIT {

    private static final Step STEP = new Step(
            new RevisionInfo(new RevisionId("002"), List.of(), "", List.of(), List.of(), true, ""), Direction.UP);

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aPoolOfOneHasNoneAndTheRunGoesOnUndisturbed() throws Exception {
        try (HikariDataSource pool = pool(1)) {
            assertThat(timeToCloseWhileTheWatchWaitsFor(pool)).isLessThan(Duration.ofSeconds(1));
            assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection())
                    .isZero();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void aConnectionOfAPoolGoesBackAsItCame() throws Exception {
        try (HikariDataSource pool = pool(2);
                Connection working = pool.getConnection()) {
            try (SecondConnection second = second(pool, working)) {
                second.look();
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(2);
            }

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            try (Connection again = pool.getConnection()) {
                assertThat(again.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void aConnectionThatBreaksIsLetGo() throws Exception {
        try (HikariDataSource pool = pool(2);
                Connection working = pool.getConnection();
                SecondConnection second = second(pool, working)) {
            second.look();
            database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pool' and pid <> "
                            + pid(working));

            assertThat(second.look()).isEmpty();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            assertThat(second.look()).isEmpty();
        }
    }

    private static Duration timeToCloseWhileTheWatchWaitsFor(HikariDataSource pool) throws Exception {
        long closing;
        try (Connection working = pool.getConnection();
                StatementWatch watch = watch(pool, working)) {
            assertThat(eventsUntilTheWatchWaitsFor(pool, watch)).hasSize(1);
            closing = System.nanoTime();
        }
        return Duration.ofNanos(System.nanoTime() - closing);
    }

    private static List<RunEvent> eventsUntilTheWatchWaitsFor(HikariDataSource pool, StatementWatch watch)
            throws InterruptedException {
        List<RunEvent> told = new ArrayList<>();
        try (WatchedListener listener = watch.telling(told::add)) {
            listener.accept(new RunEvent.StatementStarted(STEP, 1, "select 1"));
            while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                Thread.sleep(10);
            }
        }
        return told;
    }

    private static SecondConnection second(HikariDataSource pool, Connection working) throws SQLException {
        int pid = pid(working);
        return new SecondConnection(pool, "the pool", () -> WatchedBackend.ofPid(pid));
    }

    private static StatementWatch watch(HikariDataSource pool, Connection working) throws SQLException {
        return new StatementWatch(
                second(pool, working),
                Settings.defaults().withReportAfter(Duration.ofMillis(50)).timeouts());
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(false);
        config.setConnectionInitSql("set application_name to 'pool'");
        config.setIsolateInternalQueries(true);
        return new HikariDataSource(config);
    }
}
