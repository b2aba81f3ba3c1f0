package dev.waymark.autogenerate;

import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A few rows in every table where that is easily possible.
 *
 * @param tables the tables that have rows, by schema and name
 * @param notes which tables have none, and why
 */
record Seeds(List<List<String>> tables, List<String> notes) {

    /**
     * Sows rows in all tables but some. Tables are tried again as long as others, which they may refer to, get rows.
     */
    static Seeds sown(ScratchDatabase database, SchemaSnapshot schema, Set<List<String>> without) {
        List<List<String>> sown = new ArrayList<>();
        Map<List<String>, String> reasons = new LinkedHashMap<>();
        schema.objects(ObjectKind.TABLE).stream()
                .map(table -> table.id().path())
                .filter(path -> !without.contains(path)
                        && schema.find(new ObjectId(ObjectKind.PARTITION, path)).isEmpty())
                .forEach(path -> reasons.put(path, ""));
        try (Rows rows = Rows.of(database)) {
            boolean more = true;
            while (more) {
                more = reasons.entrySet().removeIf(entry -> isSown(rows, schema, entry, sown));
            }
        }
        return new Seeds(sown, notes(reasons));
    }

    private static boolean isSown(
            Rows rows, SchemaSnapshot schema, Map.Entry<List<String>, String> table, List<List<String>> sown) {
        for (List<String> statements : new SeedRows(schema, table.getKey()).attempts()) {
            Optional<String> refusal = rows.attempt(statements);
            if (refusal.isEmpty()) {
                sown.add(table.getKey());
                return true;
            }
            table.setValue(refusal.get());
        }
        return false;
    }

    private static List<String> notes(Map<List<String>, String> reasons) {
        return reasons.entrySet().stream()
                .map(entry -> "No rows could be made for table %s, so it was empty in the proof: %s"
                        .formatted(Identifiers.qualified(entry.getKey()), entry.getValue()))
                .toList();
    }
}
