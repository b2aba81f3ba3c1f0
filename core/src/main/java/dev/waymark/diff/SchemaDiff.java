package dev.waymark.diff;

import dev.waymark.schema.SchemaSnapshot;
import java.util.List;

/**
 * What leads from one schema to another, and back.
 *
 * @param changes the objects that differ, in the order of their ids
 * @param up the statements that make the second schema of the first, in an order that PostgreSQL accepts
 * @param down the statements that make the first schema of the second
 */
public record SchemaDiff(List<Change> changes, List<DdlStatement> up, List<DdlStatement> down) {

    /** Copies the lists. */
    public SchemaDiff {
        changes = List.copyOf(changes);
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * {@return what leads from one snapshot to another and back} It is a function of the two snapshots alone: equal
     * ones give the same statements in the same order.
     *
     * @param from the schema that is
     * @param to the schema that should be
     */
    public static SchemaDiff between(SchemaSnapshot from, SchemaSnapshot to) {
        DdlOfKind ddl = new DdlOfKind();
        List<Change> changes = Changes.between(from, to, ddl);
        if (changes.isEmpty()) {
            return new SchemaDiff(List.of(), List.of(), List.of());
        }
        Links before = new Links(from);
        Links after = new Links(to);
        return new SchemaDiff(
                changes, new Route(before, after, ddl).statements(), new Route(after, before, ddl).statements());
    }

    /** {@return whether the two schemas are the same, the order of columns aside} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
