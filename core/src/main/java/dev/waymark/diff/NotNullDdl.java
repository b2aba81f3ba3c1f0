package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** NOT NULL of columns; from PostgreSQL 18 on it may have a name of its own, not be inherited, and not be validated. */
final class NotNullDdl implements KindDdl {

    /** {@code not null}, with a blank before it. */
    static String inline(SchemaObject notNull) {
        return notNull.get("name")
                        .map(name -> " constraint " + Identifiers.quoted(name))
                        .orElse("") + " not null" + (notNull.has("no_inherit") ? " no inherit" : "");
    }

    @Override
    public List<String> create(SchemaObject notNull, Surroundings schema) {
        boolean plain = !notNull.has("name") && !notNull.has("no_inherit") && !notNull.has("not_valid");
        if (plain) {
            return List.of(ColumnDdl.alter(notNull, schema, false) + " set not null");
        }
        return List.of(ColumnDdl.table(notNull, schema, false) + " add constraint " + Identifiers.quoted(name(notNull))
                + " not null " + Identifiers.quoted(notNull.id().name())
                + (notNull.has("no_inherit") ? " no inherit" : "")
                + (notNull.has("not_valid") ? " not valid" : ""));
    }

    /** The name of the constraint, not quoted. */
    static String name(SchemaObject notNull) {
        List<String> path = notNull.id().path();
        return notNull.get("name").orElse(path.get(1) + "_" + path.get(2) + "_not_null");
    }

    @Override
    public List<String> drop(SchemaObject notNull) {
        List<String> path = notNull.id().path();
        return List.of("alter table " + Identifiers.qualified(path.subList(0, 2)) + " alter column "
                + Identifiers.quoted(path.get(2)) + " drop not null");
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean validated = from.has("not_valid") && !to.has("not_valid") && from.sameIn("no_inherit", to);
        String table = ColumnDdl.table(to, schema, false);
        if (validated && from.sameIn("name", to)) {
            return Optional.of(List.of(table + " validate constraint " + Identifiers.quoted(name(to))));
        }
        boolean renamed = from.sameIn("not_valid", to) && from.sameIn("no_inherit", to);
        return renamed
                ? Optional.of(List.of(table + " rename constraint " + Identifiers.quoted(name(from)) + " to "
                        + Identifiers.quoted(name(to))))
                : Optional.empty();
    }
}
