package dev.waymark.postgres;

import dev.waymark.error.RunException;
import dev.waymark.migration.Migration;
import dev.waymark.run.Database;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Settings;
import dev.waymark.schema.SchemaSnapshot;
import dev.waymark.session.StatementWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A PostgreSQL database, 13 or newer. It needs one connection at a time, which may come from a pool of one. Immutable
 * and thread-safe.
 */
public final class PostgresDatabase implements Database<SqlContext> {

    private final String name;
    private final String description;
    private final DataSource dataSource;

    private PostgresDatabase(String name, String description, DataSource dataSource) {
        this.name = name;
        this.description = description;
        this.dataSource = dataSource;
    }

    /**
     * {@return the database that a data source connects to}
     *
     * @param dataSource gives connections of the PostgreSQL driver, pooled or not
     */
    public static PostgresDatabase of(DataSource dataSource) {
        return new PostgresDatabase("", "the database of the given DataSource", dataSource);
    }

    /**
     * {@return the database that a URL names}
     *
     * @param url in the form of JDBC ({@code jdbc:postgresql://host:5432/database?user=...}) or of libpq
     *     ({@code postgresql://user:password@host:5432/database})
     * @throws IllegalArgumentException if it is neither; the message does not repeat it, since it may hold a password
     */
    public static PostgresDatabase of(String url) {
        PostgresUrl parsed = PostgresUrl.parse(url);
        return new PostgresDatabase("", parsed.description(), parsed.dataSource());
    }

    static PostgresDatabase of(DataSource dataSource, String description) {
        return new PostgresDatabase("", description, dataSource);
    }

    /**
     * {@return this database under a name, for {@code @Revision(database = ...)}}
     *
     * @param newName the name
     */
    public PostgresDatabase named(String newName) {
        return new PostgresDatabase(newName, description, dataSource);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Class<? extends Migration<SqlContext>> kind() {
        return SqlMigration.class;
    }

    /**
     * {@return its schema, read from the catalog in one transaction} It takes no lock beyond those of reading.
     *
     * @param options what to leave out
     * @throws RunException if the database can't be reached, or the catalog not be read
     */
    public SchemaSnapshot snapshot(SnapshotOptions options) {
        try (Lent lent = connect()) {
            return SchemaReader.read(lent.connection(), options);
        } catch (SQLException e) {
            throw SqlErrors.whileKeepingHistory(description, "read the catalog", e);
        }
    }

    @Override
    public DatabaseSession<SqlContext> open(Settings settings) {
        return new PostgresSession(this, settings);
    }

    /** A watch over the statements of a session; it opens a connection of its own when it needs one. */
    StatementWatch watch(Supplier<WatchedBackend> backend, Settings.Timeouts timeouts) {
        return new StatementWatch(new SecondConnection(dataSource, description, backend), timeouts);
    }

    DataSource dataSource() {
        return dataSource;
    }

    Lent connect() {
        try {
            return lent(dataSource.getConnection());
        } catch (SQLException e) {
            throw SqlErrors.whileConnecting(description, e);
        } catch (RuntimeException e) {
            // A pool that connects when it is first asked throws an exception of its own around the driver's.
            throw e.getCause() instanceof SQLException cause ? SqlErrors.whileConnecting(description, cause) : e;
        }
    }

    private Lent lent(Connection connection) throws SQLException {
        try {
            return new Lent(connection, description);
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
