package dev.waymark.postgres;

import dev.waymark.error.HistoryTableException;
import dev.waymark.error.InsufficientPrivilegeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the history's tables where they are missing. Called under the lock, before the first write. */
final class HistorySetup {

    private static final String SCHEMA_EXISTS = "select exists (select from pg_namespace where nspname = ?)";

    private static final String CREATE_REVISIONS = """
            create table if not exists %1$s (
                id text collate "C" primary key,
                position bigint generated always as identity,
                revises text[] not null,
                depends_on text[] not null,
                labels text[] not null,
                message text not null,
                transactional boolean not null,
                checksum text,
                digest text not null,
                state text not null check (state in ('applied', 'applying', 'removing')),
                statements integer not null,
                applied_at timestamptz not null,
                applied_by text not null,
                took interval not null,
                run uuid not null,
                up_sql text,
                down_sql text[],
                down_note text not null,
                lease_until timestamptz,
                lease_holder text
            );
            comment on table %1$s is 'The revisions that are applied to this database. Kept by Waymark.'""";

    private static final String CREATE_LOG = """
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
            comment on table %2$s is 'All that ever happened to the revisions of this database. Kept by Waymark.'""";

    private static final String CREATE_HEADS = """
            create table if not exists %3$s (
                id text collate "C" primary key,
                digest text not null
            );
            comment on table %3$s is 'The applied revisions that no other applied one requires. Kept by Waymark.'""";

    private static final String CREATE_STATEMENTS = """
            create table if not exists %4$s (
                revision text collate "C" not null references %1$s (id) on delete cascade,
                number integer not null,
                state text not null check (state in ('running', 'done', 'failed')),
                statement text not null,
                changed integer not null,
                at timestamptz not null,
                primary key (revision, number)
            );
            comment on table %4$s is 'The statements of steps that do not run in a transaction and have not finished. Kept by Waymark.'""";

    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.oid in (to_regclass(?), to_regclass(?), to_regclass(?), to_regclass(?))""";

    private static final Set<String> REVISION_COLUMNS = Set.of(
            "id",
            "position",
            "revises",
            "depends_on",
            "labels",
            "message",
            "transactional",
            "checksum",
            "digest",
            "state",
            "statements",
            "applied_at",
            "applied_by",
            "took",
            "run",
            "up_sql",
            "down_sql",
            "down_note",
            "lease_until",
            "lease_holder");
    private static final Set<String> LOG_COLUMNS = Set.of(
            "position", "at", "event", "revision", "by_user", "from_address", "took", "detail", "run", "waymark");
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "_revision",
            REVISION_COLUMNS,
            "_log",
            LOG_COLUMNS,
            "_head",
            Set.of("id", "digest"),
            "_statement",
            Set.of("revision", "number", "state", "statement", "changed", "at"));

    /** By what follows the prefix in a table's name; the statements refer to the revisions, so the order matters. */
    private static final SortedMap<String, String> CREATE = new TreeMap<>(Map.of(
            "_head", CREATE_HEADS, "_log", CREATE_LOG, "_revision", CREATE_REVISIONS, "_statement", CREATE_STATEMENTS));

    private final Connection connection;
    private final HistoryTables tables;

    HistorySetup(Connection connection, HistoryTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    void ensure() throws SQLException {
        Map<String, Set<String>> found = columns();
        for (Map.Entry<String, Set<String>> table : found.entrySet()) {
            requireColumns(table.getKey(), table.getValue());
        }
        if (found.size() < CREATE.size()) {
            create(found.keySet());
        }
    }

    /** The columns of the tables that are there, by what follows the prefix in a table's name. */
    private Map<String, Set<String>> columns() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, tables.revisions());
            statement.setString(2, tables.log());
            statement.setString(3, tables.heads());
            statement.setString(4, tables.statements());
            Map<String, Set<String>> columns = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = rows.getString(1).substring(tables.prefix().length());
                    columns.computeIfAbsent(table, name -> new HashSet<>()).add(rows.getString(2));
                }
            }
            return columns;
        }
    }

    private void create(Set<String> there) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!schemaExists()) {
                statement.execute("create schema if not exists " + tables.quotedSchema());
            }
            for (Map.Entry<String, String> table : CREATE.entrySet()) {
                if (!there.contains(table.getKey())) {
                    statement.execute(tables.in(table.getValue()));
                }
            }
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

    private void requireColumns(String table, Set<String> found) {
        List<String> missing = EXPECTED.getOrDefault(table, Set.of()).stream()
                .filter(column -> !found.contains(column))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new HistoryTableException(
                    tables.quotedSchema() + "." + HistoryTables.quoted(tables.prefix() + table),
                    "it lacks %s.".formatted(String.join(", ", missing)));
        }
    }
}
