package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What objects belong to. */
final class Lineage {

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
            ObjectKind.POLICY,
            ObjectKind.PARTITION,
            ObjectKind.INHERITANCE,
            ObjectKind.DOMAIN_CHECK);

    private static final Set<ObjectKind> WITHOUT_SCHEMA = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.SERVER,
            ObjectKind.USER_MAPPING,
            ObjectKind.CAST,
            ObjectKind.TRANSFORM,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.PUBLICATION_TABLE,
            ObjectKind.PUBLICATION_SCHEMA,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.DEFAULT_PRIVILEGES);

    /** What a path of two names may be of what has parts. */
    private static final Set<ObjectKind> WHOLES = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.DOMAIN);

    private Lineage() {}

    /** The object itself, what it is a part of, and the schema that it is in. */
    static List<ObjectId> of(SchemaObject object, SchemaSnapshot schema) {
        List<ObjectId> lineage = new ArrayList<>(List.of(object.id()));
        List<String> whole = wholeOf(object, schema).orElse(List.of());
        WHOLES.stream()
                .filter(kind -> !whole.isEmpty())
                .map(kind -> new ObjectId(kind, whole))
                .filter(id -> schema.objects().containsKey(id))
                .forEach(lineage::add);
        if (!WITHOUT_SCHEMA.contains(object.id().kind())) {
            lineage.add(ObjectId.of(ObjectKind.SCHEMA, object.id().path().get(0)));
        }
        return lineage;
    }

    /** The schema and the name of the table, or of the view, type or domain, that an object is a part of. */
    static Optional<List<String>> wholeOf(SchemaObject object, SchemaSnapshot schema) {
        List<String> path = object.id().path();
        return switch (object.id().kind()) {
            case INDEX -> Optional.of(List.of(path.get(0), object.require("table")));
            case INDEX_ATTACHMENT ->
                schema.find(new ObjectId(ObjectKind.INDEX, path)).flatMap(index -> wholeOf(index, schema));
            case SEQUENCE_OWNER -> Optional.of(List.of(object.require("table_schema"), object.require("table")));
            case PUBLICATION_TABLE -> Optional.of(path.subList(1, 3));
            default -> PARTS.contains(object.id().kind()) ? Optional.of(path.subList(0, 2)) : Optional.empty();
        };
    }
}
