package dev.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of a snapshot. */
final class SnapshotJson {

    /** The form of its JSON; a reader that knows another one should not guess. */
    private static final int VERSION = 1;

    private SnapshotJson() {}

    static Map<String, Object> of(SchemaSnapshot snapshot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("user", snapshot.user());
        json.put("fingerprint", snapshot.fingerprint());
        json.put(
                "objects",
                snapshot.objects().values().stream()
                        .map(object -> object(snapshot, object))
                        .toList());
        json.put("unmodelled", snapshot.unmodelled());
        return json;
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
