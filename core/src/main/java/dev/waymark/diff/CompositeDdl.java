package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composite types, with all their attributes. */
final class CompositeDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject type, Surroundings schema) {
        String attributes = ViewDdl.columns(type.id(), schema.to()).stream()
                .map(CompositeDdl::attribute)
                .collect(Collectors.joining(", "));
        return List.of("create type " + ObjectNames.name(type.id()) + " as (" + attributes + ")");
    }

    /** An attribute as it stands in a statement that makes it. */
    static String attribute(SchemaObject column) {
        return Identifiers.quoted(column.id().name()) + " " + column.require("type")
                + column.get("collation").map(name -> " collate " + name).orElse("");
    }

    @Override
    public List<String> drop(SchemaObject type) {
        return List.of("drop type " + ObjectNames.name(type.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return Optional.of(List.of());
    }
}
