package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the server takes writes, and whether the user may do what every run does. */
final class PrivilegeChecks {

    private static final String WRITES =
            "select pg_is_in_recovery(), current_setting('transaction_read_only')::boolean";

    private static final String HISTORY = """
            select n.oid is not null, has_database_privilege(current_database(), 'CREATE'),
                has_schema_privilege(n.oid, 'USAGE'), has_schema_privilege(n.oid, 'CREATE'), count(c.oid) = cardinality(h.tables),
                string_agg(c.relname, ', ' order by c.relname) filter (where not (
                    has_table_privilege(c.oid, 'SELECT') and has_table_privilege(c.oid, 'INSERT')
                    and (c.relname like '%_log'
                        or has_table_privilege(c.oid, 'UPDATE') and has_table_privilege(c.oid, 'DELETE'))))
            from (select ?::text as schema, string_to_array(?, ',') as tables) as h
            left join pg_namespace n on n.nspname = h.schema
            left join pg_class c on c.relnamespace = n.oid and c.relname = any (h.tables)
            group by n.oid, h.tables""";

    private static final String SCHEMA =
            "select quote_ident(current_schema()), has_schema_privilege(current_schema(), 'CREATE')";

    /** What follows the prefix in the names of the history tables. */
    private static final List<String> TABLES = List.of("_revision", "_log", "_head", "_statement");

    private PrivilegeChecks() {}

    static List<ServerCheck> of(HistoryTables tables) {
        String names = TABLES.stream().map(tables.prefix()::concat).collect(Collectors.joining(","));
        List<String> binds = List.of(tables.schema(), names);
        return List.of(
                ServerCheck.of("writes", WRITES, PrivilegeChecks::writes),
                new ServerCheck("history privileges", HISTORY, binds, rows -> history(rows, tables.quotedSchema())),
                ServerCheck.of("schema privileges", SCHEMA, PrivilegeChecks::schema));
    }

    private static Judgement writes(ResultSet row) throws SQLException {
        row.next();
        if (row.getBoolean(1)) {
            return Judgement.blocked(
                    "the server is a standby in recovery, which accepts none",
                    "connect to the primary (targetServerType=primary)");
        }
        return row.getBoolean(2)
                ? Judgement.blocked(
                        "transactions of this user in this database are read-only",
                        "switch default_transaction_read_only off for the user or the database")
                : Judgement.ok("the server accepts them");
    }

    private static Judgement history(ResultSet row, String schema) throws SQLException {
        row.next();
        boolean isSchemaThere = row.getBoolean(1);
        if (!isSchemaThere) {
            return row.getBoolean(2)
                    ? Judgement.ok("the user may make schema %s".formatted(schema))
                    : Judgement.blocked(
                            "there is no schema %s, and the user may not make it".formatted(schema),
                            "make that schema, or grant the user CREATE on the database");
        }
        if (!row.getBoolean(3)) {
            return Judgement.blocked(
                    "the user may not use schema %s".formatted(schema),
                    "grant the user USAGE and CREATE on schema %s".formatted(schema));
        }
        return tables(row, schema);
    }

    private static Judgement tables(ResultSet row, String schema) throws SQLException {
        boolean areThere = row.getBoolean(5);
        String notWritable = row.getString(6);
        if (!areThere && !row.getBoolean(4)) {
            return Judgement.blocked(
                    "the history tables are not there, and the user may not make them in schema %s".formatted(schema),
                    "grant the user CREATE on schema %s".formatted(schema));
        }
        return notWritable == null
                ? Judgement.ok("the user may keep the history in schema %s".formatted(schema))
                : Judgement.blocked(
                        "the user may not read and write %s in schema %s".formatted(notWritable, schema),
                        "grant the user SELECT, INSERT, UPDATE and DELETE on the history tables");
    }

    private static Judgement schema(ResultSet row) throws SQLException {
        row.next();
        String schema = row.getString(1);
        if (schema == null) {
            return Judgement.warning(
                    "no schema of the search path is there",
                    "set the search_path of the user, unless every step names its schema");
        }
        return row.getBoolean(2)
                ? Judgement.ok("the user may create in %s".formatted(schema))
                : Judgement.warning(
                        "the user may not create in %s, the first schema of the search path".formatted(schema),
                        "grant the user CREATE on schema %s, unless no step needs it".formatted(schema));
    }
}
