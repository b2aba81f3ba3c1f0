package dev.waymark.schema;

import dev.waymark.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON form of a snapshot. */
final class SnapshotJson {

    /** The form of its JSON; a reader that knows another one should not guess. */
    private static final int VERSION = 1;

    private SnapshotJson() {}

    /** An object a line, so that a difference is a line too. */
    static String of(SchemaSnapshot snapshot) {
        return snapshot.objects().values().stream()
                .map(object -> Json.write(object(snapshot, object)))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"version\":" + VERSION + ",\"user\":" + Json.write(snapshot.user()) + ",\"fingerprint\":"
                                + Json.write(snapshot.fingerprint()) + ",\"objects\":[\n",
                        "\n],\"unmodelled\":" + Json.write(snapshot.unmodelled()) + "}\n"));
    }

    private static Map<String, Object> object(SchemaSnapshot snapshot, SchemaObject object) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", object.id().kind().words());
        json.put("path", object.id().path());
        if (object.position() > 0) {
            json.put("position", object.position());
        }
        Map<String, Object> attributes = new LinkedHashMap<>(object.attributes());
        attributes.putAll(object.lists());
        json.put("attributes", attributes);
        json.put(
                "dependsOn",
                snapshot.dependencies(object.id()).stream()
                        .map(id -> List.of(id.kind().words(), id.path()))
                        .toList());
        return json;
    }
}
