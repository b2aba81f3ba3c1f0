package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Defaults of columns. */
final class DefaultDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject value, Surroundings schema) {
        return List.of(ColumnDdl.alter(value, schema, true) + " set default " + value.require("expression"));
    }

    @Override
    public List<String> drop(SchemaObject value) {
        List<String> path = value.id().path();
        return List.of("alter table " + Identifiers.qualified(path.subList(0, 2)) + " alter column "
                + Identifiers.quoted(path.get(2)) + " drop default");
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return Optional.of(create(to, schema));
    }
}
