package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Objects that their definition makes, and that can't be changed otherwise than by making them again. */
final class DefinitionDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject object, Surroundings schema) {
        return List.of(Definitions.stable(object));
    }

    @Override
    public List<String> drop(SchemaObject object) {
        return List.of("drop " + ObjectNames.full(object.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return from.sameIn("definition", to) ? Optional.of(List.of()) : Optional.empty();
    }
}
