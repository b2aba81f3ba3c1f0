package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects that differ between two snapshots. */
final class Changes {

    private Changes() {}

    static List<Change> between(SchemaSnapshot from, SchemaSnapshot to, DdlOfKind ddl) {
        Surroundings schema = new Surroundings(from, to);
        Set<ObjectId> ids = new TreeSet<>(from.objects().keySet());
        ids.addAll(to.objects().keySet());
        List<Change> changes = new ArrayList<>();
        for (ObjectId id : ids) {
            Optional<SchemaObject> before = from.find(id);
            Optional<SchemaObject> after = to.find(id);
            kind(before, after, ddl, schema).ifPresent(kind -> changes.add(new Change(kind, before, after)));
        }
        return changes;
    }

    private static Optional<ChangeKind> kind(
            Optional<SchemaObject> before, Optional<SchemaObject> after, DdlOfKind ddl, Surroundings schema) {
        if (before.isEmpty()) {
            return Optional.of(ChangeKind.CREATE);
        }
        if (after.isEmpty()) {
            return Optional.of(ChangeKind.DROP);
        }
        if (Differences.none(before.get(), after.get())) {
            return Optional.empty();
        }
        boolean inPlace =
                ddl.of(after.get()).alter(before.get(), after.get(), schema).isPresent();
        return Optional.of(inPlace ? ChangeKind.ALTER : ChangeKind.REPLACE);
    }
}
