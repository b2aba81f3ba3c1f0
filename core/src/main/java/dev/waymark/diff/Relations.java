package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which relation an object belongs to. */
final class Relations {

    private static final Set<ObjectKind> PARTS = EnumSet.of(
            ObjectKind.COLUMN,
            ObjectKind.DEFAULT,
            ObjectKind.NOT_NULL,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.EXCLUSION,
            ObjectKind.CHECK,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY);

    /** The kinds that have columns, in the order in which one is looked for. */
    private static final List<ObjectKind> RELATIONS = List.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.COMPOSITE_TYPE);

    private Relations() {}

    /** Schema and name of the relation that an object is a part of; empty if it is none. */
    static Optional<List<String>> tableOf(SchemaObject object) {
        ObjectId id = object.id();
        if (id.kind() == ObjectKind.INDEX) {
            return Optional.of(
                    List.of(object.get("table_schema").orElse(id.path().get(0)), object.require("table")));
        }
        boolean part =
                PARTS.contains(id.kind()) || id.kind() == ObjectKind.PARTITION || id.kind() == ObjectKind.INHERITANCE;
        return part ? Optional.of(id.path().subList(0, 2)) : Optional.empty();
    }

    /** The relation of this schema and name. */
    static Optional<ObjectId> relation(SchemaSnapshot schema, List<String> name) {
        return RELATIONS.stream()
                .map(kind -> new ObjectId(kind, name))
                .filter(id -> schema.objects().containsKey(id))
                .findFirst();
    }

    /** Schema and name of the table that a partition or a child belongs to. */
    static List<String> parentOf(SchemaObject attachment) {
        return attachment.id().kind() == ObjectKind.PARTITION || attachment.id().kind() == ObjectKind.INDEX_ATTACHMENT
                ? List.of(attachment.require("parent_schema"), attachment.require("parent"))
                : attachment.id().path().subList(2, 4);
    }
}
