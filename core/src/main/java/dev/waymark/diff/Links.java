package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What depends on what in one schema: the catalog's dependencies, and those that PostgreSQL holds to without writing
 * them down.
 */
final class Links {

    private static final Set<ObjectKind> ATTACHED_WITH_A_PARTITION = EnumSet.of(
            ObjectKind.COLUMN,
            ObjectKind.NOT_NULL,
            ObjectKind.CHECK,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.EXCLUSION,
            ObjectKind.INDEX);

    static final Set<ObjectKind> SHARED_WITH_A_PARENT =
            EnumSet.of(ObjectKind.COLUMN, ObjectKind.NOT_NULL, ObjectKind.CHECK);

    static final List<ObjectKind> INDEX_KINDS =
            List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private final SchemaSnapshot schema;
    private final Map<ObjectId, Set<ObjectId>> dependencies = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> dependents = new HashMap<>();
    private final Map<List<String>, Set<ObjectId>> parts = new HashMap<>();
    private final Map<List<String>, ObjectId> indexes = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> attached = new HashMap<>();

    Links(SchemaSnapshot schema) {
        this.schema = schema;
        schema.objects().keySet().forEach(id -> dependencies.put(id, new TreeSet<>(schema.dependencies(id))));
        schema.objects().values().forEach(this::place);
        schema.objects().values().forEach(this::placeAttachment);
        schema.objects().values().forEach(this::addUnwritten);
        dependencies.forEach((id, on) -> on.forEach(
                one -> dependents.computeIfAbsent(one, key -> new TreeSet<>()).add(id)));
    }

    private void place(SchemaObject object) {
        Relations.tableOf(object).ifPresent(table -> parts.computeIfAbsent(table, key -> new TreeSet<>())
                .add(object.id()));
        if (INDEX_KINDS.contains(object.id().kind())) {
            indexes.put(List.of(object.id().path().get(0), object.id().name()), object.id());
        }
    }

    /** A unique index of a partitioned table is one only when those of all partitions are attached to it. */
    private void placeAttachment(SchemaObject object) {
        ObjectId parent = object.id().kind() == ObjectKind.INDEX_ATTACHMENT ? index(Relations.parentOf(object)) : null;
        if (parent != null) {
            attached.computeIfAbsent(parent, key -> new TreeSet<>()).add(object.id());
        }
    }

    private void addUnwritten(SchemaObject object) {
        ObjectId id = object.id();
        switch (id.kind()) {
            case TABLE ->
                object.get("of_type")
                        .ifPresent(type -> addParts(id, TypeNames.path(type), EnumSet.of(ObjectKind.COLUMN)));
            case PRIMARY_KEY -> notNullsOf(id);
            case FOREIGN_KEY ->
                schema.dependencies(id)
                        .forEach(on -> attached.getOrDefault(on, Set.of()).forEach(attachment -> add(id, attachment)));
            case PARTITION -> {
                addParts(id, id.path(), ATTACHED_WITH_A_PARTITION);
                addParts(id, Relations.parentOf(object), SHARED_WITH_A_PARENT);
            }
            case INHERITANCE -> {
                addParts(id, id.path().subList(0, 2), SHARED_WITH_A_PARENT);
                addParts(id, id.path().subList(2, 4), SHARED_WITH_A_PARENT);
            }
            default -> {
                // The catalog says it all.
            }
        }
    }

    private void notNullsOf(ObjectId primaryKey) {
        for (ObjectId on : schema.dependencies(primaryKey)) {
            add(primaryKey, new ObjectId(ObjectKind.NOT_NULL, on.path()));
        }
    }

    private void addParts(ObjectId id, List<String> table, Set<ObjectKind> kinds) {
        parts(table).stream().filter(part -> kinds.contains(part.kind())).forEach(part -> add(id, part));
    }

    private void add(ObjectId id, ObjectId on) {
        if (dependencies.containsKey(on)) {
            dependencies.getOrDefault(id, Set.of()).add(on);
        }
    }

    /** The indexes of a partition's parent that none of the partition's own is a part of. */
    List<ObjectId> unattached(SchemaObject partition) {
        return parts(Relations.parentOf(partition)).stream()
                .filter(part -> INDEX_KINDS.contains(part.kind()))
                .filter(part -> attached.getOrDefault(part, Set.of()).stream()
                        .noneMatch(attachment -> isPartOf(attachment, partition)))
                .toList();
    }

    private boolean isPartOf(ObjectId attachment, SchemaObject partition) {
        return schema.dependencies(attachment).contains(partition.id());
    }

    SchemaSnapshot schema() {
        return schema;
    }

    /** What an object can't be without. */
    Set<ObjectId> dependencies(ObjectId id) {
        return dependencies.getOrDefault(id, Set.of());
    }

    /** What can't be without an object. */
    Set<ObjectId> dependents(ObjectId id) {
        return dependents.getOrDefault(id, Set.of());
    }

    /** The parts of a table, a view or a composite type: columns, constraints, indexes and the like. */
    Set<ObjectId> parts(List<String> relation) {
        return parts.getOrDefault(relation, Set.of());
    }

    /** The index or the constraint that has an index of this schema and name; null if there is none. */
    @Nullable ObjectId index(List<String> schemaAndName) {
        return indexes.get(schemaAndName);
    }
}
