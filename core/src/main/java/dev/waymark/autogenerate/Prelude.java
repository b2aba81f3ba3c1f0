package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.error.StatementFailedException;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Bodies of functions may name tables that are not there. */
    private static final String UNCHECKED = "set local check_function_bodies = off";

    private Prelude() {}

    /**
     * Of a schema what needs no table, nor anything that a model says itself, unless that is there before.
     *
     * @param schema the schema
     * @param said what the model says itself
     * @param there what of it is there before
     */
    static SchemaSnapshot of(SchemaSnapshot schema, Set<ObjectId> said, Set<ObjectId> there) {
        Set<ObjectId> kept = new TreeSet<>();
        schema.objects().values().stream()
                .filter(object -> isOfKind(object, schema) && !said.contains(object.id()))
                .forEach(object -> kept.add(object.id()));
        Set<ObjectId> had = new TreeSet<>(kept);
        had.addAll(there);
        while (kept.removeIf(id -> !had.containsAll(schema.dependencies(id)))) {
            had.retainAll(Stream.concat(kept.stream(), there.stream()).collect(Collectors.toSet()));
        }
        return schema.filter(kept::contains);
    }

    /**
     * Makes it as far as possible: what can't be made may not be needed, and what is needed and is not there makes the
     * model fail.
     */
    static void make(SchemaSnapshot prelude, ScratchDatabase database, SchemaSnapshot is) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(is.objects());
        objects.putAll(prelude.objects());
        SortedMap<ObjectId, SortedSet<ObjectId>> dependencies = new TreeMap<>(is.dependencies());
        dependencies.putAll(prelude.dependencies());
        SchemaSnapshot both = new SchemaSnapshot(is.user(), objects, dependencies, List.of());
        List<DdlStatement> statements = SchemaDiff.between(is, both).up();
        if (!isMade(statements, database)) {
            statements.forEach(statement -> isMade(List.of(statement), database));
        }
    }

    private static boolean isMade(List<DdlStatement> statements, ScratchDatabase database) {
        List<DdlStatement> unchecked = new ArrayList<>(statements);
        if (!statements.isEmpty()) {
            DdlStatement first = statements.get(0);
            unchecked.add(0, new DdlStatement(UNCHECKED, first.object(), first.kind(), DdlStatement.Commit.ANYWHERE));
        }
        try {
            database.apply(unchecked);
            return true;
        } catch (StatementFailedException e) {
            return false;
        }
    }

    private static boolean isOfKind(SchemaObject object, SchemaSnapshot schema) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case COLUMN ->
                schema.find(new ObjectId(ObjectKind.COMPOSITE_TYPE, id.path().subList(0, 2)))
                        .isPresent();
            case SEQUENCE ->
                schema.find(new ObjectId(ObjectKind.SEQUENCE_OWNER, id.path())).isEmpty();
            case FUNCTION ->
                object.get("result")
                        .filter(result -> result.endsWith("trigger"))
                        .isEmpty();
            default -> KINDS.contains(id.kind());
        };
    }
}
