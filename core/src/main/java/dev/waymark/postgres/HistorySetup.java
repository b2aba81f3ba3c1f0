package dev.waymark.postgres;

import dev.waymark.error.HistoryTableException;
import dev.waymark.error.InsufficientPrivilegeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the history's tables where they are missing. Called under the lock, before the first write. */
final class HistorySetup {

    private static final String SCHEMA_EXISTS = "select exists (select from pg_namespace where nspname = ?)";

    private static final String CREATE_TABLES = """
            create table if not exists %1$s (
                id text collate "C" primary key,
                position bigint generated always as identity,
                revises text[] not null,
                depends_on text[] not null,
                labels text[] not null,
                message text not null,
                checksum text,
                digest text not null,
                is_head boolean not null,
                state text not null check (state in ('applied', 'applying', 'removing')),
                statements integer not null,
                applied_at timestamptz not null,
                applied_by text not null,
                took interval not null,
                run uuid not null,
                up_sql text,
                down_sql text
            );
            create index if not exists %3$s on %1$s (id) where is_head or state <> 'applied';
            create table if not exists %2$s (
                position bigint generated always as identity primary key,
                at timestamptz not null,
                event text not null,
                revision text,
                by_user text not null,
                from_address text not null,
                took interval not null,
                detail text not null,
                run uuid not null,
                waymark text not null
            );
            comment on table %1$s is 'The revisions that are applied to this database. Kept by Waymark.';
            comment on table %2$s is 'All that ever happened to the revisions of this database. Kept by Waymark.'""";

    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.oid in (to_regclass(?), to_regclass(?))""";

    private static final Set<String> REVISION_COLUMNS = Set.of(
            "id",
            "position",
            "revises",
            "depends_on",
            "labels",
            "message",
            "checksum",
            "digest",
            "is_head",
            "state",
            "statements",
            "applied_at",
            "applied_by",
            "took",
            "run",
            "up_sql",
            "down_sql");
    private static final Set<String> LOG_COLUMNS = Set.of(
            "position", "at", "event", "revision", "by_user", "from_address", "took", "detail", "run", "waymark");

    private final Connection connection;
    private final HistoryTables tables;

    HistorySetup(Connection connection, HistoryTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** Runs in autocommit mode. */
    void ensure() throws SQLException {
        Set<String> revisionColumns = new LinkedHashSet<>();
        Set<String> logColumns = new LinkedHashSet<>();
        readColumns(revisionColumns, logColumns);
        if (revisionColumns.isEmpty() || logColumns.isEmpty()) {
            create();
        }
        check(tables.revisions(), revisionColumns, REVISION_COLUMNS);
        check(tables.log(), logColumns, LOG_COLUMNS);
    }

    private void readColumns(Set<String> revisionColumns, Set<String> logColumns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, tables.revisions());
            statement.setString(2, tables.log());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    (rows.getString(1).equals(tables.prefix() + "_log") ? logColumns : revisionColumns)
                            .add(rows.getString(2));
                }
            }
        }
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!schemaExists()) {
                statement.execute("create schema if not exists " + tables.quotedSchema());
            }
            statement.execute(CREATE_TABLES.formatted(tables.revisions(), tables.log(), tables.headIndex()));
        } catch (SQLException e) {
            if (SqlErrors.isInsufficientPrivilege(e)) {
                throw new InsufficientPrivilegeException(
                        "create the history tables in schema " + tables.quotedSchema(),
                        "grant the user CREATE on that schema, or keep the history in a schema of its own"
                                + " (Settings.withHistory).",
                        e);
            }
            throw e;
        }
    }

    private boolean schemaExists() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCHEMA_EXISTS)) {
            statement.setString(1, tables.schema());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void check(String table, Set<String> found, Set<String> expected) {
        List<String> missing = expected.stream()
                .filter(column -> !found.contains(column))
                .sorted()
                .toList();
        if (!found.isEmpty() && !missing.isEmpty()) {
            throw new HistoryTableException(table, "it lacks %s.".formatted(String.join(", ", missing)));
        }
    }
}
