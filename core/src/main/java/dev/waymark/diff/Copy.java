package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Brings the rows of a table that had to be made anew into the new one. */
final class Copy {

    private Copy() {}

    /** The statements for one table; none if it has no column in common with what it was. */
    static List<String> of(ObjectId table, Surroundings schema, Verdicts verdicts) {
        List<SchemaObject> columns = schema.to().objects(ObjectKind.COLUMN, table.path()).stream()
                .filter(one ->
                        !one.has("generated") && schema.from().find(one.id()).isPresent())
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        boolean identity = columns.stream().anyMatch(column -> column.has("identity"));
        String names = columns.stream().map(Copy::name).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> verdicts.isRecast(column.id()) ? ColumnType.throughText(column) : value(column, schema))
                .collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add("insert into %s (%s)%s select %s from %s"
                .formatted(
                        Identifiers.qualified(table.path()),
                        names,
                        identity ? " overriding system value" : "",
                        values,
                        Identifiers.qualified(Retirement.retired(table).path())));
        columns.stream()
                .filter(column -> column.has("identity"))
                .forEach(column -> statements.add(
                        Identity.continued(schema.from().find(column.id()).orElseThrow(), column)));
        return statements;
    }

    private static String name(SchemaObject column) {
        return Identifiers.quoted(column.id().name());
    }

    private static String value(SchemaObject column, Surroundings schema) {
        SchemaObject before = Objects.requireNonNull(schema.from().objects().get(column.id()));
        return before.sameIn("type", column) ? name(column) : name(column) + ColumnType.cast(before, column, schema);
    }
}
