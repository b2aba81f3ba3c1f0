package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of a database, and whether they are still there after its schema was changed. */
final class Rows {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and not exists (select from pg_inherits i where i.inhrelid = c.oid)
            order by 1""";

    private final Map<String, List<String>> rows;

    private Rows(Map<String, List<String>> rows) {
        this.rows = rows;
    }

    /** Puts rows into a database and remembers all that it has; none if there are none to put. */
    static Rows seeded(DiffDatabase database, Optional<String> seed, List<String> problems) {
        if (seed.isEmpty()) {
            return new Rows(new TreeMap<>());
        }
        try {
            database.run(seed.get()).run("reset all");
        } catch (IllegalStateException e) {
            problems.add("seed failed: " + e.getMessage());
        }
        Map<String, List<String>> rows = new TreeMap<>();
        database.query(TABLES).forEach(table -> rows.put(table, json(database, table)));
        return new Rows(rows);
    }

    private static List<String> json(DiffDatabase database, String table) {
        return database.query("select to_jsonb(t)::text from " + table + " t order by 1");
    }

    /** Adds what is lost: rows, and values of columns that are the same on both sides. */
    void compare(String way, DiffDatabase database, SchemaDiff diff, List<String> problems) {
        rows.keySet().retainAll(database.query(TABLES));
        Set<ObjectId> changed = diff.changes().stream().map(Rows::id).collect(Collectors.toUnmodifiableSet());
        rows.forEach((table, before) -> {
            List<String> kept = unchangedColumns(database, table, changed);
            String lost = lost(database, before, json(database, table), kept);
            if (!lost.isEmpty()) {
                problems.add(way + " rows of " + table + ": " + lost);
            }
        });
    }

    private static ObjectId id(Change change) {
        return change.to().or(change::from).map(SchemaObject::id).orElseThrow();
    }

    private static List<String> unchangedColumns(DiffDatabase database, String table, Set<ObjectId> changed) {
        List<String> columns = new ArrayList<>(database.query("select attname from pg_attribute where attrelid = '"
                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
        columns.removeIf(column -> changed.stream()
                .anyMatch(id -> id.kind() == ObjectKind.COLUMN
                        && id.name().equals(column)
                        && database.query("select format('%I.%I', '" + id.path().get(0) + "', '"
                                        + id.path().get(1) + "')")
                                .contains(table)));
        return columns;
    }

    private static String lost(DiffDatabase database, List<String> before, List<String> after, List<String> columns) {
        List<String> left = new ArrayList<>(projected(database, before, columns));
        projected(database, after, columns).forEach(left::remove);
        return left.isEmpty() ? "" : left + " are gone";
    }

    private static List<String> projected(DiffDatabase database, List<String> rows, List<String> columns) {
        String names = columns.stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(","));
        return rows.stream()
                .flatMap(row -> database
                        .query("select coalesce(jsonb_object_agg(key, value)::text, '') from jsonb_each('"
                                + row.replace("'", "''") + "') where key = any (array[" + names + "]::text[])")
                        .stream())
                .sorted()
                .toList();
    }
}
