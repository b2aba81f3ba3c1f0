package dev.waymark.autogenerate;

import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values that must be the same before and after: those of columns that are neither dropped nor of another type.
 *
 * @param head the schema before
 * @param to the schema after
 * @param renamed where tables and columns are after it
 * @param changedTypes the types that are not the same after it, as columns name them
 */
record Survivors(SchemaSnapshot head, SchemaSnapshot to, RenamedPaths renamed, List<String> changedTypes) {

    private static final List<ObjectKind> TYPES =
            List.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE);

    Survivors(SchemaSnapshot head, SchemaSnapshot to, RenamedPaths renamed) {
        this(head, to, renamed, changedTypes(head, to));
    }

    /** The rows of tables, by the names before. */
    List<String> rowsBefore(ScratchDatabase database, Collection<List<String>> tables) {
        return rows(database, tables, false);
    }

    /** The same rows, by the names after. */
    List<String> rowsAfter(ScratchDatabase database, Collection<List<String>> tables) {
        return rows(database, tables, true);
    }

    private List<String> rows(ScratchDatabase database, Collection<List<String>> tables, boolean after) {
        List<String> rows = new ArrayList<>();
        try (Rows reading = Rows.of(database)) {
            for (List<String> table : tables) {
                List<List<String>> columns = columns(table);
                if (!columns.isEmpty()) {
                    String prefix = Identifiers.qualified(table) + ": ";
                    reading.read(query(table, columns, after)).forEach(row -> rows.add(prefix + row));
                }
            }
        }
        return rows;
    }

    private String query(List<String> table, List<List<String>> columns, boolean after) {
        String values = columns.stream()
                .map(column -> after ? renamed.of(column) : column)
                .map(column -> Identifiers.quoted(column.get(2)) + "::text")
                .collect(Collectors.joining(", "));
        return "select row(%s)::text from %s"
                .formatted(values, Identifiers.qualified(after ? renamed.of(table) : table));
    }

    /** The columns of a table that survive, by their paths before. */
    private List<List<String>> columns(List<String> table) {
        return head.objects(ObjectKind.COLUMN, table).stream()
                .filter(this::survives)
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .map(one -> one.id().path())
                .toList();
    }

    private boolean survives(SchemaObject column) {
        Optional<SchemaObject> after =
                to.find(new ObjectId(ObjectKind.COLUMN, renamed.of(column.id().path())));
        return after.isPresent()
                && column.sameIn("type", after.get())
                && !column.has("generated")
                && !after.get().has("generated")
                && changedTypes.stream().noneMatch(column.require("type")::startsWith);
    }

    /** A type of a user's may have lost or renamed a value. */
    private static List<String> changedTypes(SchemaSnapshot head, SchemaSnapshot to) {
        return TYPES.stream()
                .flatMap(kind -> head.objects(kind).stream())
                .filter(one -> !one.same(to.objects().get(one.id())))
                .map(one -> Identifiers.qualified(one.id().path()))
                .toList();
    }
}
