package dev.waymark.fault;

import dev.waymark.postgres.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that two databases must have in common for a run to count as undisturbed, as text. */
final class Catalog {

    private static final String OURS = " n.nspname = 'public' and c.relname !~ '^waymark_' ";

    private static final Map<String, String> SECTIONS = sections();

    private Catalog() {}

    static String of(TestDatabase database) {
        StringBuilder text = new StringBuilder();
        SECTIONS.forEach((title, query) -> {
            text.append(title).append(":\n");
            database.query(query).forEach(line -> text.append("  ").append(line).append('\n'));
        });
        rows(database, text);
        return text.toString();
    }

    /** The sessions that a run has left in a database. */
    static List<String> leftSessions(TestDatabase database) {
        return database.query(
                "select concat_ws(' ', pid, state, wait_event, query) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    private static void rows(TestDatabase database, StringBuilder text) {
        for (String table : database.tables()) {
            text.append("rows of ").append(table).append(":\n");
            database.query("select r::text from \"" + table + "\" as r order by 1")
                    .forEach(row -> text.append("  ").append(row).append('\n'));
        }
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("relations", """
            select concat_ws(' ', c.relkind, c.relname)
            from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where""" + OURS + "order by 1");
        sections.put("columns", """
            select concat_ws(' ', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then 'not null' end, a.attidentity, pg_get_expr(d.adbin, d.adrelid))
            from pg_attribute as a
            join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
            left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and""" + OURS + "order by c.relname, a.attnum");
        sections.put("constraints", """
            select concat_ws(' ', c.relname, k.conname, k.convalidated, pg_get_constraintdef(k.oid))
            from pg_constraint as k
            join pg_class as c on c.oid = k.conrelid join pg_namespace as n on n.oid = c.relnamespace
            where""" + OURS + "order by 1");
        sections.put("indexes", """
            select concat_ws(' ', pg_get_indexdef(i.indexrelid), case when not i.indisvalid then 'INVALID' end,
                case when not i.indisready then 'not ready' end)
            from pg_index as i
            join pg_class as c on c.oid = i.indexrelid join pg_namespace as n on n.oid = c.relnamespace
            where""" + OURS + "order by 1");
        sections.put("enums", """
            select t.typname || ' ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
            from pg_enum as e join pg_type as t on t.oid = e.enumtypid group by t.typname order by 1""");
        sections.put("invalid indexes anywhere", "select indexrelid::regclass from pg_index where not indisvalid");
        sections.put("advisory locks", """
            select concat_ws(' ', pid, mode) from pg_locks where locktype = 'advisory'
            and database = (select oid from pg_database where datname = current_database())""");
        sections.put("sessions in a transaction", """
            select concat_ws(' ', pid, state, query) from pg_stat_activity
            where datname = current_database() and state ~ 'transaction'""");
        sections.put("history", """
            select concat_ws(' | ', id, revises, depends_on, labels, message, checksum, digest, state, statements,
                up_sql, down_sql)
            from waymark_revision order by position""");
        sections.put("heads", "select concat_ws(' ', id, digest) from waymark_head order by id");
        return sections;
    }
}
