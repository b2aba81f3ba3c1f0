package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What tables may need that is no table: types, functions, extensions and the like. */
final class Prelude {

    private static final Set<ObjectKind> KINDS = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.COLLATION,
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.DOMAIN_CHECK,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.COLUMN,
            ObjectKind.RANGE,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_FAMILY,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.CAST,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION);

    private Prelude() {}

    /** Of a schema what needs no table, nor anything that a model says itself. */
    static SchemaSnapshot of(SchemaSnapshot schema, Set<ObjectId> said) {
        Set<ObjectId> kept = new TreeSet<>();
        schema.objects().values().stream()
                .filter(object -> isOfKind(object, schema) && !said.contains(object.id()))
                .forEach(object -> kept.add(object.id()));
        while (kept.removeIf(id -> !kept.containsAll(schema.dependencies(id)))) {
            // what is left may have needed what was removed
        }
        return schema.filter(kept::contains);
    }

    private static boolean isOfKind(SchemaObject object, SchemaSnapshot schema) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case COLUMN ->
                schema.find(new ObjectId(ObjectKind.COMPOSITE_TYPE, id.path().subList(0, 2)))
                        .isPresent();
            case SEQUENCE ->
                schema.find(new ObjectId(ObjectKind.SEQUENCE_OWNER, id.path())).isEmpty();
            default -> KINDS.contains(id.kind());
        };
    }
}
