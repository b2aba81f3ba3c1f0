package dev.waymark.example.tracktion;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An embedded PostgreSQL for the tests of one class, with as many empty databases as they ask for. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start() throws IOException {
        return new Server(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    PGSimpleDataSource emptyDatabase() throws SQLException {
        String name = "tracktion_" + databases.incrementAndGet();
        execute(postgres.getPostgresDatabase(), "create database " + name);
        return (PGSimpleDataSource) postgres.getDatabase("postgres", name);
    }

    PGSimpleDataSource databaseWith(String sql) throws SQLException {
        PGSimpleDataSource database = emptyDatabase();
        execute(database, sql);
        return database;
    }

    /** {@return its address as people write it} */
    static String url(PGSimpleDataSource database) {
        return "postgresql://postgres@localhost:%d/%s"
                .formatted(database.getPortNumbers()[0], database.getDatabaseName());
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
