package dev.waymark.postgres;

import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the schema of a database from its catalog, PostgreSQL 13 to 18, with a fixed number of queries, whatever the
 * number of objects.
 *
 * <p>Everything is there that {@link dev.waymark.schema.ObjectKind} lists. What is not: objects of the whole server
 * (roles, tablespaces, databases), objects that belong to an extension or to PostgreSQL itself, what is made on the
 * tables of an extension, temporary tables, Waymark's own tables, and rows. A role that is no superuser reads the same,
 * but for subscriptions, which are then named in {@link SchemaSnapshot#unmodelled()}, and the options of other users'
 * mappings. Passwords and the like are replaced by asterisks.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
public final class SchemaReader {

    /** The queries whose rows are objects. */
    private static final List<String> OBJECTS = List.of(
            "schemas",
            "extensions",
            "languages",
            "access_methods",
            "foreign_data_wrappers",
            "servers",
            "user_mappings",
            "collations",
            "types",
            "domain_checks",
            "relations",
            "sequences",
            "sequence_owners",
            "attachments",
            "columns",
            "defaults",
            "not_nulls",
            "constraints",
            "indexes",
            "routines",
            "operators",
            "operator_families",
            "operator_classes",
            "casts",
            "transforms",
            "conversions",
            "text_search",
            "statistics",
            "rules",
            "triggers",
            "policies",
            "event_triggers",
            "publications",
            "publication_tables",
            "publication_schemas");

    private static final String CIRCUMSTANCES = """
            select current_user::text,
                   has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select')""";

    /**
     * How names and constants are printed depends on settings of the session; and compiling these queries takes longer
     * than they do.
     *
     * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection Defaults</a>
     */
    private static final String SETTINGS = """
            set local search_path = '';
            set local quote_all_identifiers = off;
            set local standard_conforming_strings = on;
            set local datestyle = 'ISO, MDY';
            set local intervalstyle = 'postgres';
            set local timezone = 'UTC';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local jit = off""";

    private final Connection connection;
    private final SnapshotOptions options;

    private SchemaReader(Connection connection, SnapshotOptions options) {
        this.connection = connection;
        this.options = options;
    }

    /**
     * {@return the schema of a database} It is read in a transaction of its own, or in that of the connection if it
     * doesn't commit by itself; that should be {@code repeatable read}, so that all queries see the same. It takes no
     * locks beyond those of reading the catalog and of printing definitions, {@code ACCESS SHARE}, and has given them
     * back at the end; the transaction of the connection can go on, also after an error.
     *
     * @param connection a connection of the PostgreSQL driver; its settings are the same afterwards
     * @param options what to leave out
     * @throws SQLException if the server refuses a query or can't be reached
     */
    public static SchemaSnapshot read(Connection connection, SnapshotOptions options) throws SQLException {
        SchemaReader reader = new SchemaReader(connection, options);
        if (!connection.getAutoCommit()) {
            return reader.readAside();
        }
        connection.setAutoCommit(false);
        try {
            Sql.execute(connection, "set transaction isolation level repeatable read, read only");
            return reader.readAll();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What it sets is undone by going back to where it began. */
    private SchemaSnapshot readAside() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return readAll();
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    private SchemaSnapshot readAll() throws SQLException {
        Sql.execute(connection, SETTINGS);
        Circumstances circumstances = circumstances();
        SnapshotBuilder builder = new SnapshotBuilder(circumstances.user(), options);
        Map<String, OnRows> objects = new LinkedHashMap<>();
        OBJECTS.forEach(query -> objects.put(query, builder::addObjects));
        if (circumstances.subscriptions()) {
            objects.put("subscriptions", builder::addObjects);
        }
        Map<String, OnRows> facts = new LinkedHashMap<>();
        facts.put("aliases", each(builder::addAlias));
        facts.put("comments", each(builder::addComment));
        facts.put("dependencies", each(builder::addDependency));
        facts.put("unmodelled", each(builder::addUnmodelled));
        if (!options.without().contains(SnapshotOptions.Part.PRIVILEGES)) {
            objects.put("default_privileges", builder::addObjects);
            facts.put("privileges", each(builder::addPrivileges));
            facts.put("unmodelled_privileges", each(builder::addUnmodelled));
        }
        run(objects);
        run(facts);
        return builder.build();
    }

    /**
     * What is to be known before the catalog is read.
     *
     * @param user the role that reads
     * @param subscriptions whether it may see where subscriptions connect to
     */
    private record Circumstances(String user, boolean subscriptions) {}

    private Circumstances circumstances() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CIRCUMSTANCES)) {
            rows.next();
            return new Circumstances(rows.getString(1), rows.getBoolean(2));
        }
    }

    /** What is done with the rows of a query. */
    private interface OnRows {
        void take(ResultSet rows) throws SQLException;
    }

    private static OnRows each(OnRows onRow) {
        return rows -> {
            while (rows.next()) {
                onRow.take(rows);
            }
        };
    }

    /** Sends the queries in one message, so that a server far away is not waited for at each. */
    private void run(Map<String, OnRows> queries) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String text = queries.keySet().stream()
                .map(query -> CatalogQuery.text(query, version))
                .collect(Collectors.joining("\n;\n"));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
            for (OnRows onRows : queries.values()) {
                onRows.take(statement.getResultSet());
                statement.getMoreResults();
            }
        }
    }
}
