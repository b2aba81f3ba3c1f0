package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.diff.DdlStatement;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is to be judged, between the schemas before and after all statements of its diff.
 *
 * @param statement the statement
 * @param before the schema before
 * @param after the schema after
 */
record Case(DdlStatement statement, SchemaSnapshot before, SchemaSnapshot after) {

    /** What can stand between {@code alter} and the name of what is changed. */
    private static final List<String> ALTERED =
            List.of("table only", "table", "foreign table", "materialized view", "domain", "type", "index");

    ObjectId object() {
        return statement.object();
    }

    ObjectKind kind() {
        return object().kind();
    }

    boolean is(ChangeKind change) {
        return statement.kind() == change;
    }

    /** The object before; empty if it is new. */
    Optional<SchemaObject> was() {
        return before.find(object());
    }

    /** The object after; empty if it goes. */
    Optional<SchemaObject> becomes() {
        return after.find(object());
    }

    /** Schema and name of the relation, or of the type, that the object is or is a part of. */
    List<String> relation() {
        List<String> path = object().path();
        return path.subList(0, Math.min(2, path.size()));
    }

    /** The relation with the kind before its name. */
    String relationInWords() {
        return "table " + Identifiers.qualified(relation());
    }

    /**
     * What the statement does to the relation or to one of its columns: what stands behind the name. It is the text of
     * our own diff, so that it has one form. Empty if the statement alters neither.
     */
    String action() {
        String name = Identifiers.qualified(relation());
        String column = "alter column " + Identifiers.quoted(object().name()) + " ";
        return ALTERED.stream()
                .map(kind -> "alter " + kind + " " + name + " ")
                .filter(statement.sql()::startsWith)
                .findFirst()
                .map(start -> statement.sql().substring(start.length()))
                .map(action -> action.startsWith(column) ? action.substring(column.length()) : action)
                .orElse("");
    }

    boolean does(String action) {
        return action().startsWith(action);
    }

    /** Whether nobody uses the relation yet, since this diff makes it, or makes it anew. */
    boolean isNew() {
        return isNew(relation());
    }

    boolean isNew(List<String> relation) {
        return find(before, relation).isEmpty() || isRebuilt(relation);
    }

    /** Whether a table is made anew and its rows copied. */
    boolean isRebuilt(List<String> table) {
        Optional<SchemaObject> from = before.find(new ObjectId(ObjectKind.TABLE, table));
        Optional<SchemaObject> to = after.find(new ObjectId(ObjectKind.TABLE, table));
        return from.isPresent() && to.isPresent() && !from.get().sameIn("partition_key", to.get());
    }

    /** Whether a table has no rows of its own, since its partitions have them. */
    boolean isPartitioned(List<String> table) {
        return after.find(new ObjectId(ObjectKind.TABLE, table))
                .filter(one -> one.has("partition_key"))
                .isPresent();
    }

    /** Whether the relation is a table elsewhere. */
    boolean isForeign() {
        return before.objects().containsKey(new ObjectId(ObjectKind.FOREIGN_TABLE, relation()));
    }

    private static Optional<SchemaObject> find(SchemaSnapshot schema, List<String> relation) {
        return Optional.<SchemaObject>empty()
                .or(() -> schema.find(new ObjectId(ObjectKind.TABLE, relation)))
                .or(() -> schema.find(new ObjectId(ObjectKind.FOREIGN_TABLE, relation)))
                .or(() -> schema.find(new ObjectId(ObjectKind.MATERIALIZED_VIEW, relation)))
                .or(() -> schema.find(new ObjectId(ObjectKind.COMPOSITE_TYPE, relation)));
    }
}
