package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indexes, and what the indexes of constraints have in common with them. */
final class IndexDdl implements KindDdl {

    private static final Pattern STORAGE = Pattern.compile(" WITH \\(([^()]*)\\)");

    /** Without partitions there is nothing that would make the index of a partitioned table valid later. */
    private static final Pattern ONLY = Pattern.compile("(INDEX .*? ON )ONLY ");

    @Override
    public List<String> create(SchemaObject index, Surroundings schema) {
        String definition = Definitions.stable(index);
        boolean whole = index.has("invalid") || schema.hasChildren(tableOf(index));
        return List.of(whole ? definition : ONLY.matcher(definition).replaceFirst("$1"));
    }

    @Override
    public List<String> afterwards(SchemaObject index, Surroundings schema) {
        return properties(index);
    }

    @Override
    public List<String> drop(SchemaObject index) {
        return List.of("drop index " + Identifiers.qualified(index.id().path()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (from.has("invalid")) {
            return Optional.empty();
        }
        String before = from.require("definition");
        String after = to.require("definition");
        if (before.equals(after)) {
            return propertyChanges(from, to, schema);
        }
        boolean storage = STORAGE.matcher(before)
                .replaceFirst("")
                .equals(STORAGE.matcher(after).replaceFirst(""));
        return storage
                ? propertyChanges(from, to, schema).map(changes -> {
                    List<String> statements = new ArrayList<>(
                            Parameters.changes("alter index " + name(to), storage(before), storage(after)));
                    statements.addAll(changes);
                    return statements;
                })
                : Optional.empty();
    }

    private static List<String> storage(String definition) {
        Matcher matcher = STORAGE.matcher(definition);
        return matcher.find()
                ? Pattern.compile(", ")
                        .splitAsStream(matcher.group(1))
                        .map(one -> one.replace("'", ""))
                        .toList()
                : List.of();
    }

    /** The statements that give an index, or that of a constraint, what its definition doesn't say. */
    static List<String> properties(SchemaObject index) {
        SchemaObject plain = new SchemaObject(index.id(), 0, new TreeMap<>(), Collections.emptySortedMap());
        List<String> statements = new ArrayList<>();
        index.get("tablespace")
                .ifPresent(space ->
                        statements.add("alter index " + name(index) + " set tablespace " + Identifiers.quoted(space)));
        statements.addAll(inPlace(plain, index));
        marks(plain, index, statements);
        return statements;
    }

    /** The same for a change. */
    static Optional<List<String>> propertyChanges(SchemaObject from, SchemaObject to, Surroundings schema) {
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("tablespace", to)) {
            statements.add("alter index " + name(to) + " set tablespace "
                    + Identifiers.quoted(to.get("tablespace").orElse("pg_default")));
        }
        statements.addAll(inPlace(from, to));
        marks(from, to, statements);
        List<String> table = tableOf(to);
        ObjectId tableId = new ObjectId(ObjectKind.TABLE, table);
        if (from.has("clustered") && !to.has("clustered") && !clusters(schema.to(), tableId)) {
            statements.add("alter table " + Identifiers.qualified(table) + " set without cluster");
        }
        boolean identified = identifiesRows(schema.to(), tableId)
                || schema.to()
                        .find(tableId)
                        .filter(one -> one.has("replica_identity"))
                        .isPresent();
        if (from.has("replica_identity") && !to.has("replica_identity") && !identified) {
            statements.add("alter table " + Identifiers.qualified(table) + " replica identity default");
        }
        return Optional.of(statements);
    }

    private static List<String> inPlace(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>(
                Parameters.changes("alter index " + name(to), from.list("storage"), to.list("storage")));
        Map<String, String> before = targets(from);
        Map<String, String> after = targets(to);
        before.forEach((column, target) -> after.putIfAbsent(column, "-1"));
        after.forEach((column, target) -> {
            if (!target.equals(before.get(column))) {
                statements.add("alter index " + name(to) + " alter column " + column + " set statistics " + target);
            }
        });
        return statements;
    }

    private static Map<String, String> targets(SchemaObject index) {
        Map<String, String> targets = new TreeMap<>();
        index.list("statistics")
                .forEach(one -> targets.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
        return targets;
    }

    private static void marks(SchemaObject from, SchemaObject to, List<String> statements) {
        String table = "alter table " + Identifiers.qualified(tableOf(to));
        String index = Identifiers.quoted(to.id().name());
        if (!from.has("clustered") && to.has("clustered")) {
            statements.add(table + " cluster on " + index);
        }
        if (!from.has("replica_identity") && to.has("replica_identity")) {
            statements.add(table + " replica identity using index " + index);
        }
    }

    private static String name(SchemaObject index) {
        return Identifiers.qualified(
                List.of(index.id().path().get(0), index.id().name()));
    }

    private static List<String> tableOf(SchemaObject index) {
        return Relations.tableOf(index).orElseThrow();
    }

    /** Whether an index of a table says that it identifies its rows. */
    static boolean identifiesRows(SchemaSnapshot schema, ObjectId table) {
        return has(schema, table, "replica_identity");
    }

    private static boolean clusters(SchemaSnapshot schema, ObjectId table) {
        return has(schema, table, "clustered");
    }

    private static boolean has(SchemaSnapshot schema, ObjectId table, String mark) {
        List<String> schemaOfTable = table.path().subList(0, 1);
        return Links.INDEX_KINDS.stream()
                .flatMap(kind -> schema.objects(kind, kind == ObjectKind.INDEX ? schemaOfTable : table.path()).stream())
                .filter(index -> index.has(mark))
                .anyMatch(index ->
                        Relations.tableOf(index).filter(table.path()::equals).isPresent());
    }

    /** How the statement that adds a constraint begins: each partition gets its own, under its own name. */
    static String onlyIfPartitioned(List<String> table, Surroundings schema) {
        boolean partitioned = schema.to()
                .find(new ObjectId(ObjectKind.TABLE, table))
                .filter(one -> one.has("partition_key") && schema.hasChildren(table))
                .isPresent();
        return "alter table " + (partitioned ? "only " : "") + Identifiers.qualified(table);
    }
}
