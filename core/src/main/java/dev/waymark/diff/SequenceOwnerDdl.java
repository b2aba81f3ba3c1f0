package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Which column a sequence belongs to, and goes with. */
final class SequenceOwnerDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject owner, Surroundings schema) {
        return List.of(ownedBy(
                owner,
                Identifiers.qualified(
                        List.of(owner.require("table_schema"), owner.require("table"), owner.require("column")))));
    }

    @Override
    public List<String> drop(SchemaObject owner) {
        return List.of(ownedBy(owner, "none"));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return Optional.of(create(to, schema));
    }

    private static String ownedBy(SchemaObject owner, String column) {
        return "alter sequence " + Identifiers.qualified(owner.id().path()) + " owned by " + column;
    }
}
