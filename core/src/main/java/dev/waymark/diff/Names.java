package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** The names that an object takes away from others: no two may have the same at a time. */
final class Names {

    private Names() {}

    static List<String> of(SchemaObject object) {
        List<String> path = object.id().path();
        return switch (object.id().kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE_TYPE ->
                List.of(named("relation", path), named("type", path));
            case SEQUENCE, INDEX -> List.of(named("relation", path));
            case ENUM, DOMAIN, RANGE -> List.of(named("type", path));
            case PRIMARY_KEY ->
                List.of(
                        named("constraint", path),
                        named("relation", List.of(path.get(0), path.get(2))),
                        named("primary key", path.subList(0, 2)));
            case UNIQUE, EXCLUSION ->
                List.of(named("constraint", path), named("relation", List.of(path.get(0), path.get(2))));
            case FOREIGN_KEY, CHECK -> List.of(named("constraint", path));
            case COLUMN -> identity(object);
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of(named("routine", path));
            default -> List.of();
        };
    }

    private static List<String> identity(SchemaObject column) {
        List<String> names = new ArrayList<>();
        if (column.has("identity")) {
            List<String> path = column.id().path();
            String usual = Identifiers.qualified(List.of(path.get(0), path.get(1) + "_" + path.get(2) + "_seq"));
            names.add("relation " + column.get("identity_sequence").orElse(usual));
        }
        return names;
    }

    private static String named(String space, List<String> path) {
        return space + " " + Identifiers.qualified(path);
    }
}
