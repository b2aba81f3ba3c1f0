package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.UpgradeReport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Each transaction meets another server connection. */
class FakePoolerIT {

    private static final int MIGRATORS = 4;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aClientMeetsAnotherServerProcessInEachTransaction() throws Exception {
        try (FakePooler pooler = new FakePooler(database.port(), 2);
                Connection connection = DriverManager.getConnection(Databases.url(pooler.port(), database))) {
            int first = backend(connection);
            int second = backend(connection);
            connection.setAutoCommit(false);
            int third = backend(connection);

            assertThat(second).isNotEqualTo(first);
            assertThat(third).isEqualTo(first).isEqualTo(backend(connection));
            assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isNotIn(first, second);
        }
    }

    @Test
    void anUpgradeEndsAsOneWithoutAPooler() throws Exception {
        TestDatabase direct = TestDatabase.create();
        migrator(direct.port(), direct).upgrade();

        try (FakePooler pooler = new FakePooler(database.port(), 3)) {
            Migrator migrator = migrator(pooler.port(), database);

            assertThat(migrator.upgrade().steps()).hasSize(10);
            assertThat(migrator.upgrade().steps()).isEmpty();
        }

        assertThat(Catalog.of(database)).isEqualTo(Catalog.of(direct));
    }

    @Test
    void aDowngradeEndsAsOneWithoutAPooler() throws Exception {
        TestDatabase direct = TestDatabase.create();
        migrator(direct.port(), direct).upgrade();
        migrator(direct.port(), direct).downgrade("base");

        try (FakePooler pooler = new FakePooler(database.port(), 3)) {
            Migrator migrator = migrator(pooler.port(), database);
            migrator.upgrade();

            assertThat(migrator.downgrade("base").steps()).hasSize(10);
        }

        assertThat(Catalog.of(database)).isEqualTo(Catalog.of(direct));
    }

    @Test
    void ofSeveralMigratorsAtOnceOneRunsEachRevision() throws Exception {
        try (FakePooler pooler = new FakePooler(database.port(), MIGRATORS + 1)) {
            Callable<UpgradeReport> upgrade =
                    () -> migrator(pooler.port(), database).upgrade();
            int steps = 0;
            for (Future<UpgradeReport> report : atOnce(upgrade)) {
                steps += report.get().steps().size();
            }

            assertThat(steps).isEqualTo(10);
        }

        assertThat(database.query("select count(*) from waymark_log where event = 'upgrade'"))
                .containsExactly("10");
    }

    private static List<Future<UpgradeReport>> atOnce(Callable<UpgradeReport> upgrade) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
        try {
            List<Callable<UpgradeReport>> upgrades = new ArrayList<>();
            for (int i = 0; i < MIGRATORS; i++) {
                upgrades.add(upgrade);
            }
            return threads.invokeAll(upgrades);
        } finally {
            threads.shutdown();
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Migrator migrator(int port, TestDatabase database) {
        return History.TEN.of(Migrator.postgres(Databases.url(port, database))).build();
    }
}
