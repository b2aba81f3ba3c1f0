package dev.waymark.postgres;

import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the schema of a database from its catalog, PostgreSQL 13 to 18, with a fixed number of queries, whatever the
 * number of objects.
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

    private static final int PROTOCOL_ROWS = 10_000;

    private final Connection connection;
    private final SnapshotOptions options;

    private SchemaReader(Connection connection, SnapshotOptions options) {
        this.connection = connection;
        this.options = options;
    }

    /**
     * {@return the schema of a database} It is read in a transaction of its own, or in that of the connection if it has
     * begun one; that should be {@code repeatable read}, so that all queries see the same. It takes no lock beyond
     * those of reading the catalog.
     *
     * @param connection a connection of the PostgreSQL driver; its settings are the same afterwards
     * @param options what to leave out
     * @throws SQLException if the server refuses a query or can't be reached
     */
    public static SchemaSnapshot read(Connection connection, SnapshotOptions options) throws SQLException {
        SchemaReader reader = new SchemaReader(connection, options);
        if (!connection.getAutoCommit()) {
            return reader.readWithPath();
        }
        connection.setAutoCommit(false);
        try {
            Sql.execute(connection, "set transaction isolation level repeatable read, read only");
            return reader.readWithPath();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private SchemaSnapshot readWithPath() throws SQLException {
        String before = one("select pg_catalog.current_setting('search_path')");
        Sql.execute(connection, "set local search_path = ''");
        SchemaSnapshot snapshot = readAll();
        Sql.execute(connection, "select pg_catalog.set_config('search_path', " + literal(before) + ", true)");
        return snapshot;
    }

    private static String literal(String text) {
        return dev.waymark.schema.Identifiers.literal(text);
    }

    private SchemaSnapshot readAll() throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        SnapshotBuilder builder = new SnapshotBuilder(one("select current_user"), options);
        List<String> queries = new ArrayList<>(OBJECTS);
        if (!options.without().contains(SnapshotOptions.Part.PRIVILEGES)) {
            queries.add("default_privileges");
        }
        if (one("select has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select')")
                .equals("t")) {
            queries.add("subscriptions");
        }
        for (String query : queries) {
            each(query, version, row -> builder.add(CatalogRow.of(row, row.getMetaData())));
        }
        each("aliases", version, builder::addAlias);
        each("comments", version, builder::addComment);
        if (!options.without().contains(SnapshotOptions.Part.PRIVILEGES)) {
            each("privileges", version, builder::addPrivileges);
        }
        each("dependencies", version, builder::addDependency);
        each("unmodelled", version, builder::addUnmodelled);
        return builder.build();
    }

    /** What is done with each row of a query. */
    private interface OnRow {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String query, int version, OnRow onRow) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PROTOCOL_ROWS);
            try (ResultSet rows = statement.executeQuery(CatalogQuery.text(query, version))) {
                while (rows.next()) {
                    onRow.take(rows);
                }
            }
        }
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
