package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.Collection;
import java.util.List;

/** Finds objects without a look at all others: they are sorted by kind and path. */
final class Parts {

    private Parts() {}

    static Collection<SchemaObject> ofKind(ObjectKind kind, SchemaSnapshot schema) {
        return schema.objects().tailMap(new ObjectId(kind, List.of())).values().stream()
                .takeWhile(object -> object.id().kind() == kind)
                .toList();
    }

    /** The parts of a table, of a kind whose paths begin with the table's. */
    static Collection<SchemaObject> ofTable(List<String> table, ObjectKind kind, SchemaSnapshot schema) {
        ObjectId first = new ObjectId(kind, table);
        ObjectId beyond = new ObjectId(kind, List.of(table.get(0), table.get(1) + "\0"));
        return schema.objects().subMap(first, beyond).values();
    }
}
