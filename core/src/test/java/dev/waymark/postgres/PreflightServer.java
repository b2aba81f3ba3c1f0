package dev.waymark.postgres;

import dev.waymark.run.PreflightCheck;
import dev.waymark.run.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A server for the tests of the preflight: it allows prepared transactions, and asks for standbys that are not there,
 * though only those who set {@code synchronous_commit} wait for them. There is a user "visitor", who may do little.
 */
final class PreflightServer {

    /** Finds fault with whatever is there at all. */
    static final Preflight.Limits STRICT =
            new Preflight.Limits(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), 1, -1, Integer.MAX_VALUE);

    private static final EmbeddedPostgres SHARED = start();

    private PreflightServer() {}

    static int port() {
        return SHARED.getPort();
    }

    static TestDatabase database() {
        TestDatabase database =
                new TestDatabase("t" + UUID.randomUUID().toString().replace("-", ""), port());
        new TestDatabase("postgres", port()).execute("create database " + database.name());
        return database;
    }

    static List<PreflightCheck> preflight(TestDatabase database) throws SQLException {
        return preflight(database, Preflight.Limits.DEFAULTS);
    }

    static List<PreflightCheck> preflight(TestDatabase database, Preflight.Limits limits) throws SQLException {
        return preflight(database.dataSource(), Settings.defaults(), limits);
    }

    static List<PreflightCheck> preflight(DataSource dataSource) throws SQLException {
        return preflight(dataSource, Settings.defaults());
    }

    static List<PreflightCheck> preflight(DataSource dataSource, Settings settings) throws SQLException {
        return preflight(dataSource, settings, Preflight.Limits.DEFAULTS);
    }

    static PreflightCheck check(String name, List<PreflightCheck> checks) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<PreflightCheck> preflight(DataSource dataSource, Settings settings, Preflight.Limits limits)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Preflight(connection, HistoryTables.of(settings), limits).checks();
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_prepared_transactions", "5")
                    .setServerConfig("synchronous_commit", "local")
                    .start();
            TestDatabase database = new TestDatabase("postgres", server.getPort());
            database.execute("create role visitor login");
            database.execute("alter system set synchronous_standby_names = 'FIRST 2 (one, two, three)'");
            database.execute("select pg_reload_conf()");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
