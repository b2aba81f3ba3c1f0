package dev.waymark.autogenerate;

import dev.waymark.diff.Change;
import dev.waymark.diff.RenameCandidate;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The JSON form of a comparison. */
final class ComparisonJson {

    /** The form of its JSON; a reader that knows another one should not guess. */
    private static final int VERSION = 1;

    private ComparisonJson() {}

    static Map<String, Object> of(Comparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("from", comparison.from());
        json.put("to", comparison.to());
        json.put("equal", comparison.isEmpty());
        json.put(
                "changes",
                comparison.diff().changes().stream().map(ComparisonJson::change).toList());
        json.put("sql", comparison.sql());
        json.put("sqlBack", comparison.sqlBack());
        json.put(
                "renames",
                comparison.candidates().stream().map(ComparisonJson::rename).toList());
        json.put("unmodelled", comparison.unmodelled());
        return json;
    }

    private static Map<String, Object> change(Change change) {
        SchemaObject either = change.to().or(change::from).orElseThrow();
        Map<String, Object> json = object(either.id());
        json.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        change.from().ifPresent(from -> json.put("from", attributes(from)));
        change.to().ifPresent(to -> json.put("to", attributes(to)));
        return json;
    }

    private static Map<String, Object> rename(RenameCandidate candidate) {
        Map<String, Object> json = object(candidate.rename().object());
        candidate.rename().value().ifPresent(value -> json.put("value", value));
        json.put("to", candidate.rename().to());
        json.put("likeness", candidate.likeness());
        return json;
    }

    private static Map<String, Object> object(ObjectId id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", id.kind().words());
        json.put("path", id.path());
        return json;
    }

    private static Map<String, Object> attributes(SchemaObject object) {
        Map<String, Object> json = new LinkedHashMap<>(object.attributes());
        json.putAll(object.lists());
        return json;
    }
}
