package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns of tables. Those of views come and go with their views. */
final class ColumnDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject column, Surroundings schema) {
        return create(column, schema, List.of());
    }

    /** The statement that adds a column with the default and NOT NULL that are given. */
    List<String> create(SchemaObject column, Surroundings schema, List<SchemaObject> parts) {
        if (ofType(column, schema)) {
            return AttributeDdl.create(column, schema);
        }
        return inTable(column, schema)
                ? List.of(table(column, schema, false) + " add column " + definition(column, parts))
                : List.of();
    }

    /** A column as it stands in the statement that makes it. */
    static String definition(SchemaObject column, List<SchemaObject> parts) {
        List<String> path = column.id().path();
        StringBuilder text = new StringBuilder(Identifiers.quoted(column.id().name()))
                .append(' ')
                .append(column.require("type"));
        if (!column.list("fdw_options").isEmpty()) {
            text.append(" options ").append(Parameters.options(column.list("fdw_options")));
        }
        column.get("compression")
                .ifPresent(method -> text.append(" compression ").append(method));
        column.get("collation").ifPresent(collation -> text.append(" collate ").append(collation));
        column.get("generated").ifPresent(expression -> text.append(" generated always as (")
                .append(expression)
                .append(") ")
                .append(column.get("generation").orElse("stored")));
        part(parts, ObjectKind.DEFAULT, path)
                .ifPresent(one -> text.append(" default ").append(one.require("expression")));
        if (column.has("identity")) {
            text.append(' ').append(Identity.clause(column));
        }
        part(parts, ObjectKind.NOT_NULL, path).ifPresent(one -> text.append(NotNullDdl.inline(one)));
        return text.toString();
    }

    private static Optional<SchemaObject> part(List<SchemaObject> parts, ObjectKind kind, List<String> path) {
        ObjectId id = new ObjectId(kind, path);
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    @Override
    public List<String> afterwards(SchemaObject column, Surroundings schema) {
        List<String> statements = new ArrayList<>();
        String alter = alter(column, schema, true);
        statements.addAll(Identity.afterwards(column));
        column.get("storage").ifPresent(storage -> statements.add(alter + " set storage " + storage));
        column.get("statistics").ifPresent(target -> statements.add(alter + " set statistics " + target));
        statements.addAll(Parameters.changes(alter, List.of(), column.list("options")));
        return statements;
    }

    /** The statement that drops a column of a table, or an attribute of a type. */
    static List<String> drop(SchemaObject column, Surroundings schema) {
        boolean ofType = schema.from()
                .objects()
                .containsKey(new ObjectId(
                        ObjectKind.COMPOSITE_TYPE, column.id().path().subList(0, 2)));
        return ofType
                ? AttributeDdl.drop(column, schema)
                : List.of("alter table "
                        + Identifiers.qualified(column.id().path().subList(0, 2)) + " drop column "
                        + Identifiers.quoted(column.id().name()));
    }

    @Override
    public List<String> drop(SchemaObject column) {
        return List.of("alter table " + Identifiers.qualified(column.id().path().subList(0, 2)) + " drop column "
                + Identifiers.quoted(column.id().name()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!ColumnType.keepsValues(from, to, schema)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        if (ofType(to, schema)) {
            return Optional.of(AttributeDdl.alter(from, to, schema));
        }
        if (inTable(to, schema)) {
            statements.addAll(shared(from, to, schema));
        }
        statements.addAll(own(from, to, schema));
        return Optional.of(statements);
    }

    /** What the children of a table follow. */
    private static List<String> shared(SchemaObject from, SchemaObject to, Surroundings schema) {
        List<String> statements = new ArrayList<>();
        String alter = alter(to, schema, false);
        dropped("generated", from, to).ifPresent(one -> statements.add(alter + " drop expression"));
        dropped("identity", from, to).ifPresent(one -> statements.add(alter + " drop identity"));
        List<String> identity = Identity.changes(alter, from, to);
        List<String> type = type(alter, from, to, schema);
        boolean narrower = from.has("identity") && from.require("type").equals("bigint");
        statements.addAll(narrower ? identity : type);
        statements.addAll(narrower ? type : identity);
        boolean counts = to.has("identity") && !from.has("identity") && !isForeign(to, schema);
        if (counts) {
            statements.add(Identity.continued(to));
        }
        return statements;
    }

    private static Optional<String> dropped(String attribute, SchemaObject from, SchemaObject to) {
        return from.get(attribute).filter(value -> !to.has(attribute));
    }

    private static List<String> type(String alter, SchemaObject from, SchemaObject to, Surroundings schema) {
        return from.sameIn("type", to) && from.sameIn("collation", to)
                ? List.of()
                : List.of(alter + ColumnType.change(from, to, schema));
    }

    /** The statement that gives the values of a column a new type of the same name. */
    static List<String> recast(SchemaObject to, Surroundings schema) {
        return List.of(alter(to, schema, false) + ColumnType.recast(to));
    }

    /** What each table has for itself. */
    static List<String> own(SchemaObject before, SchemaObject to, Surroundings schema) {
        boolean sameType = before.sameIn("type", to) && before.sameIn("collation", to);
        SchemaObject from = sameType ? before : ColumnType.retyped(before);
        List<String> statements = new ArrayList<>();
        String alter = alter(to, schema, true);
        statements.addAll(Identity.persistence(from, to, schema.to()));
        if (!from.sameIn("compression", to)) {
            statements.add(alter + " set compression " + to.get("compression").orElse("default"));
        }
        if (!from.sameIn("storage", to)) {
            statements.add(
                    alter + " set storage " + to.get("storage").orElse(ColumnType.usualStorage(to, schema.to())));
        }
        if (!from.sameIn("statistics", to)) {
            statements.add(alter + " set statistics " + to.get("statistics").orElse("-1"));
        }
        statements.addAll(Parameters.changes(alter, from.list("options"), to.list("options")));
        if (!from.sameIn("fdw_options", to)) {
            statements.add(
                    alter + " options " + Parameters.optionChanges(from.list("fdw_options"), to.list("fdw_options")));
        }
        return statements;
    }

    /** How a statement about a column begins. */
    static String alter(SchemaObject column, Surroundings schema, boolean only) {
        return table(column, schema, only) + " alter column "
                + Identifiers.quoted(column.id().name());
    }

    /** How a statement about the table of a part begins; with {@code only} if it has children that are not meant. */
    static String table(SchemaObject part, Surroundings schema, boolean only) {
        List<String> table = part.id().path().subList(0, 2);
        boolean view = schema.to().objects().containsKey(new ObjectId(ObjectKind.VIEW, table));
        boolean matview = schema.to().objects().containsKey(new ObjectId(ObjectKind.MATERIALIZED_VIEW, table));
        String kind = view ? "view " : matview ? "materialized view " : "table ";
        return "alter " + kind + (only && schema.hasChildren(table) ? "only " : "") + Identifiers.qualified(table);
    }

    private static boolean ofType(SchemaObject column, Surroundings schema) {
        return schema.to()
                .objects()
                .containsKey(new ObjectId(
                        ObjectKind.COMPOSITE_TYPE, column.id().path().subList(0, 2)));
    }

    private static boolean inTable(SchemaObject column, Surroundings schema) {
        List<String> table = column.id().path().subList(0, 2);
        return schema.to().objects().containsKey(new ObjectId(ObjectKind.TABLE, table)) || isForeign(column, schema);
    }

    private static boolean isForeign(SchemaObject column, Surroundings schema) {
        return schema.to()
                .objects()
                .containsKey(new ObjectId(
                        ObjectKind.FOREIGN_TABLE, column.id().path().subList(0, 2)));
    }
}
