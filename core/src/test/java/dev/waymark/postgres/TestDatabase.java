package dev.waymark.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test, on a PostgreSQL server that all tests of a JVM share.
 *
 * @param name its name
 * @param port the port of its server
 */
public record TestDatabase(String name, int port) {

    public static TestDatabase create() {
        TestDatabase database =
                new TestDatabase("t" + UUID.randomUUID().toString().replace("-", ""), Server.SHARED.getPort());
        new TestDatabase("postgres", database.port()).execute("create database " + database.name());
        return database;
    }

    public DataSource dataSource() {
        return dataSource("postgres");
    }

    public DataSource dataSource(String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(name);
        dataSource.setUser(user);
        return dataSource;
    }

    public void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the rows, as text. */
    public List<String> query(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables of schema public, without those of the history. */
    public List<String> tables() {
        return query(
                "select tablename from pg_tables where schemaname = 'public' and tablename !~ '^waymark_' order by 1");
    }

    /** The applied set as the history tables have it. */
    public List<String> applied() {
        return query(
                "select id || case when exists (select from waymark_head as h where h.id = r.id) then ' (head)' else '' end"
                        + " || case state when 'applied' then '' else ' ' || state end from waymark_revision as r order by position");
    }

    private static final class Server {

        static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
