package dev.waymark.example.tracktion;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** An embedded PostgreSQL for the tests of one class, with as many empty databases as they ask for. */
final class Server implements BeforeAllCallback, AfterAllCallback {

    private @Nullable EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        running().close();
    }

    private EmbeddedPostgres running() {
        return Objects.requireNonNull(postgres, "Not started");
    }

    PGSimpleDataSource emptyDatabase() throws SQLException {
        String name = "tracktion_" + databases.incrementAndGet();
        execute(running().getPostgresDatabase(), "create database " + name);
        return (PGSimpleDataSource) running().getDatabase("postgres", name);
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
}
