package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;

final class CommonDdl {
    static List<String> created(SchemaObject o, Surroundings s) {
        return List.of();
    }

    static List<String> altered(SchemaObject a, SchemaObject o, Surroundings s) {
        return List.of();
    }
}
