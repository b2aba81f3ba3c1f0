package dev.waymark.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** An embedded PostgreSQL of this run's own. */
final class Server implements AutoCloseable {

    /** Whether the server waits for the disk at each commit. */
    enum Flush {
        ON,
        OFF;

        @Override
        public String toString() {
            return this == ON ? "on" : "off";
        }
    }

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts a server below a directory. Embedded PostgreSQL turns the flush off unless told; these settings come after
     * its own on the command line, so they win.
     */
    static Server start(Path directory, Flush flush) throws IOException, SQLException {
        var server = new Server(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("postgres").toFile())
                .setDataDirectory(directory.resolve("data-" + flush))
                .setServerConfig("fsync", flush.toString())
                .setServerConfig("synchronous_commit", flush.toString())
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
        server.refuseUnless("fsync", flush);
        server.refuseUnless("synchronous_commit", flush);
        return server;
    }

    private void refuseUnless(String setting, Flush flush) throws SQLException {
        String shown = show(setting);
        if (!shown.equals(flush.toString())) {
            close();
            throw new IllegalStateException("%s should be %s, but is %s".formatted(setting, flush, shown));
        }
    }

    int port() {
        return postgres.getPort();
    }

    /** {@return the JDBC URL of a database, on this server's port or a proxy's} */
    static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
    }

    String url(String database) {
        return url(port(), database);
    }

    /** {@return the value of a setting as the server shows it} */
    String show(String setting) throws SQLException {
        return value("postgres", "show " + setting);
    }

    /** Creates an empty database, and leaves the server with nothing else to write. */
    void create(String database) throws SQLException {
        execute("postgres", "create database " + database);
        execute("postgres", "checkpoint");
    }

    void drop(String database) throws SQLException {
        execute("postgres", "drop database " + database + " with (force)");
    }

    /** Does the housekeeping now that would else disturb what follows. */
    void settle(String database) throws SQLException {
        execute(database, "vacuum analyze");
        execute("postgres", "checkpoint");
    }

    /** Makes sure that a contender did what it was measured for. */
    void refuseUnlessApplied(String database, int size) throws SQLException {
        String tables = value(database, "select count(*) from pg_tables where tablename ~ '^item_[0-9]+$'");
        if (!tables.equals(Integer.toString(size))) {
            throw new IllegalStateException("%s should hold %d tables, but holds %s".formatted(database, size, tables));
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    /** {@return the first value that a query finds; empty if that is null} */
    String value(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String value = rows.getString(1);
            return value == null ? "" : value;
        }
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a whole file of statements as one message, as they stand. */
    void load(String database, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database) + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(statements);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop", e);
        }
    }
}
