package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How two objects of the same id differ. */
final class Differences {

    /** Told by the catalog, and nothing that a statement about the object itself could change. */
    private static final Set<String> NOT_COMPARED = Set.of("inherited", "invalid");

    private Differences() {}

    /**
     * Whether nothing that matters differs. An index that isn't valid differs from one that is, and never the reverse.
     */
    static boolean none(SchemaObject from, SchemaObject to) {
        boolean mends = from.has("invalid") && !to.has("invalid");
        return from.same(to)
                || (!mends
                        && compared(from).equals(compared(to))
                        && from.lists().equals(to.lists()));
    }

    private static SortedMap<String, String> compared(SchemaObject object) {
        SortedMap<String, String> attributes = new TreeMap<>(object.attributes());
        attributes.keySet().removeAll(NOT_COMPARED);
        return attributes;
    }
}
