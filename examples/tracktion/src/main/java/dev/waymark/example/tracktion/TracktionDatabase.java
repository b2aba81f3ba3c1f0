package dev.waymark.example.tracktion;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The database that the example runs on.
 *
 * @param url its address, for those who connect by themselves; may hold a password
 * @param dataSource connects to it
 * @param description what it is, for people
 * @param server what to stop when the example is over
 */
record TracktionDatabase(String url, DataSource dataSource, String description, Closeable server)
        implements AutoCloseable {

    private static final Set<String> OWN = Set.of(
            "admin_operation_history",
            "analysis_results",
            "audit_logs",
            "jobs",
            "metadata",
            "recordings",
            "rename_proposals",
            "sync_configurations",
            "sync_events",
            "tracklist_versions",
            "tracklists",
            "waymark_head",
            "waymark_log",
            "waymark_revision",
            "waymark_statement");

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
            and oid not in (select objid from pg_depend where classid = 'pg_class'::regclass and deptype = 'e')
            order by relname
            """;

    /**
     * Starts a server of its own; the locale is fixed, since that of the environment may be missing on this machine.
     */
    static TracktionDatabase embedded() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start();
        DataSource dataSource = server.getPostgresDatabase();
        String url = server.getJdbcUrl("postgres", "postgres");
        return new TracktionDatabase(url, dataSource, version(dataSource) + ", embedded", server);
    }

    /**
     * Uses a database that is there.
     *
     * @throws IllegalArgumentException if the URL can't be read
     */
    static TracktionDatabase at(String url) throws SQLException {
        DataSource dataSource = DatabaseUrl.dataSource(url);
        return new TracktionDatabase(url, dataSource, version(dataSource) + ", by DATABASE_URL", () -> {});
    }

    /**
     * Makes sure that nothing is lost on the way down to base.
     *
     * @throws IllegalArgumentException if the database has tables that are not Tracktion's
     */
    void refuseStrangers() throws SQLException {
        List<String> strangers = strangers(dataSource);
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(
                    "Tracktion goes down to base, and so it refuses the database of DATABASE_URL,"
                            + " which has tables in schema public that are not its own: " + String.join(", ", strangers)
                            + ".");
        }
    }

    /** Without a history, even tables with the right names are somebody else's. */
    private static List<String> strangers(DataSource dataSource) throws SQLException {
        List<String> tables = tables(dataSource);
        if (tables.contains("waymark_revision")) {
            tables.removeAll(OWN);
        }
        return tables;
    }

    private static List<String> tables(DataSource dataSource) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String version(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** A record tells all that it has; this has a password. */
    @Override
    public String toString() {
        return description;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
