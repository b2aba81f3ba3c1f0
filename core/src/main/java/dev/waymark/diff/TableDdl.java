package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables and foreign tables, with those of their parts that their own statement makes. */
final class TableDdl implements KindDdl {

    private static final Comparator<SchemaObject> IN_A_TABLE =
            Comparator.comparingInt(SchemaObject::position).thenComparing(SchemaObject::id);

    @Override
    public List<String> create(SchemaObject table, Surroundings schema) {
        return create(table, schema, List.of());
    }

    /** The statement that makes a table with the parts that are given. */
    List<String> create(SchemaObject table, Surroundings schema, List<SchemaObject> parts) {
        boolean foreign = table.id().kind() == ObjectKind.FOREIGN_TABLE;
        String statement = "create " + (foreign ? "foreign " : table.has("persistence") ? "unlogged " : "") + "table "
                + name(table)
                + table.get("of_type").map(type -> " of " + type).orElse("")
                + body(table, schema, parts)
                + inherits(parts)
                + table.get("partition_key").map(key -> " partition by " + key).orElse("")
                + table.get("access_method")
                        .map(method -> " using " + Identifiers.quoted(method))
                        .orElse("")
                + Parameters.with(table.list("storage"))
                + table.get("tablespace")
                        .map(space -> " tablespace " + Identifiers.quoted(space))
                        .orElse("")
                + (foreign ? server(table) : "");
        return List.of(statement);
    }

    private static String server(SchemaObject table) {
        List<String> options = table.list("options");
        return " server " + Identifiers.quoted(table.require("server"))
                + (options.isEmpty() ? "" : " options " + Parameters.options(options));
    }

    private static String body(SchemaObject table, Surroundings schema, List<SchemaObject> parts) {
        if (table.has("of_type")) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        parts.stream()
                .filter(part -> part.id().kind() == ObjectKind.COLUMN && !inherited(part, schema))
                .sorted(IN_A_TABLE)
                .forEach(column -> lines.add(ColumnDdl.definition(column, parts)));
        parts.stream()
                .filter(part -> ConstraintDdl.KINDS.contains(part.id().kind()))
                .filter(part -> !inherited(part, schema))
                .sorted(IN_A_TABLE)
                .forEach(constraint -> lines.add(ConstraintDdl.inline(constraint)));
        return lines.isEmpty() ? " ()" : lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
    }

    /** Whether a part comes with {@code inherits}; a partition is made with all its parts, and attached. */
    private static boolean inherited(SchemaObject part, Surroundings schema) {
        List<String> table = part.id().path().subList(0, 2);
        return part.has("inherited") && !schema.to().objects().containsKey(new ObjectId(ObjectKind.PARTITION, table));
    }

    private static String inherits(List<SchemaObject> parts) {
        String parents = parts.stream()
                .filter(part -> part.id().kind() == ObjectKind.INHERITANCE)
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .map(part -> Identifiers.qualified(Relations.parentOf(part)))
                .collect(Collectors.joining(", "));
        return parents.isEmpty() ? "" : " inherits (" + parents + ")";
    }

    @Override
    public List<String> afterwards(SchemaObject table, Surroundings schema) {
        SchemaObject plain = new SchemaObject(table.id(), 0, new TreeMap<>(), table.lists());
        return Stream.concat(replicaIdentity(plain, table, schema).stream(), rowSecurity(plain, table).stream())
                .toList();
    }

    @Override
    public List<String> drop(SchemaObject table) {
        return List.of(
                (table.id().kind() == ObjectKind.FOREIGN_TABLE ? "drop foreign table " : "drop table ") + name(table));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean replaced = !from.sameIn("partition_key", to)
                || !from.sameIn("server", to)
                || (!from.sameIn("of_type", to) && !ViewDdl.sameColumns(from, to, schema));
        if (replaced) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        change(from, to, "persistence", value -> value.isEmpty() ? "set logged" : "set unlogged", statements);
        if (from.has("of_type") && !from.sameIn("of_type", to)) {
            statements.add("alter table " + name(to) + " not of");
        }
        change(from, to, "access_method", value -> "set access method " + quoted(value, "heap"), statements);
        change(from, to, "tablespace", value -> "set tablespace " + quoted(value, "pg_default"), statements);
        statements.addAll(Parameters.changes("alter table " + name(to), from.list("storage"), to.list("storage")));
        statements.addAll(replicaIdentity(from, to, schema));
        statements.addAll(rowSecurity(from, to));
        if (!from.sameIn("options", to)) {
            statements.add("alter foreign table " + name(to) + " options "
                    + Parameters.optionChanges(from.list("options"), to.list("options")));
        }
        return Optional.of(statements);
    }

    /** The statement that gives a table its type, when its columns are those of the type; none if it has it already. */
    static List<String> typed(SchemaObject from, SchemaObject to) {
        return from.sameIn("of_type", to)
                ? List.of()
                : to.get("of_type").map(type -> "alter table " + name(to) + " of " + type).stream()
                        .toList();
    }

    private static String quoted(Optional<String> name, String usual) {
        return Identifiers.quoted(name.orElse(usual));
    }

    private static void change(
            SchemaObject from,
            SchemaObject to,
            String attribute,
            Function<Optional<String>, String> action,
            List<String> statements) {
        if (!from.sameIn(attribute, to)) {
            statements.add("alter table " + name(to) + " " + action.apply(to.get(attribute)));
        }
    }

    /** An index that is to identify rows says so itself. */
    private static List<String> replicaIdentity(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean nothing = from.sameIn("replica_identity", to)
                || (to.get("replica_identity").isEmpty() && IndexDdl.identifiesRows(schema.to(), to.id()));
        return nothing
                ? List.of()
                : List.of("alter table " + name(to) + " replica identity "
                        + to.get("replica_identity").orElse("default"));
    }

    private static List<String> rowSecurity(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        change(
                from,
                to,
                "row_security",
                on -> (on.isPresent() ? "enable" : "disable") + " row level security",
                statements);
        change(
                from,
                to,
                "force_row_security",
                on -> (on.isPresent() ? "" : "no ") + "force row level security",
                statements);
        return statements;
    }

    private static String name(SchemaObject table) {
        return Identifiers.qualified(table.id().path());
    }
}
