package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an object is a part of, as its path and attributes say. */
final class Containment {

    private static final Set<ObjectKind> RELATIONS = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.COMPOSITE_TYPE);

    private static final Set<ObjectKind> INDEXES =
            EnumSet.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private final Map<ObjectId, CatalogRow> rows;
    private final Map<List<String>, ObjectId> relations = new HashMap<>();
    private final Map<List<String>, ObjectId> indexes = new HashMap<>();

    Containment(Map<ObjectId, CatalogRow> rows) {
        this.rows = Map.copyOf(rows);
        rows.keySet().forEach(id -> {
            if (RELATIONS.contains(id.kind())) {
                relations.put(id.path(), id);
            } else if (INDEXES.contains(id.kind())) {
                indexes.put(List.of(id.path().get(0), id.name()), id);
            }
        });
    }

    /** Whether all that an object can't be without is there: the columns of an extension's table are nobody's. */
    boolean isComplete(ObjectId id) {
        return switch (id.kind()) {
            case COLUMN, DEFAULT, NOT_NULL, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, RULE, TRIGGER, POLICY ->
                relations.containsKey(id.path().subList(0, 2));
            case INDEX -> relations.containsKey(tableOf(id));
            case PARTITION, INHERITANCE -> relations.containsKey(id.path().subList(0, 2));
            case INDEX_ATTACHMENT -> indexes.containsKey(id.path());
            case SEQUENCE_OWNER -> rows.containsKey(new ObjectId(ObjectKind.SEQUENCE, id.path()));
            case DOMAIN_CHECK ->
                rows.containsKey(new ObjectId(ObjectKind.DOMAIN, id.path().subList(0, 2)));
            default -> true;
        };
    }

    /** What an object is a part of, and what it ties together. */
    List<ObjectId> of(CatalogRow row) {
        ObjectId id = row.id();
        List<String> path = id.path();
        List<ObjectId> in = new ArrayList<>();
        switch (id.kind()) {
            case COLUMN, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, RULE, TRIGGER, POLICY ->
                in.addAll(relation(path.subList(0, 2)));
            case DEFAULT, NOT_NULL -> {
                in.addAll(relation(path.subList(0, 2)));
                in.add(new ObjectId(ObjectKind.COLUMN, path));
            }
            case INDEX -> in.addAll(relation(List.of(path.get(0), attribute(row, "table"))));
            case SEQUENCE_OWNER -> {
                in.add(new ObjectId(ObjectKind.SEQUENCE, path));
                in.add(ObjectId.of(
                        ObjectKind.COLUMN,
                        attribute(row, "table_schema"),
                        attribute(row, "table"),
                        attribute(row, "column")));
            }
            case PARTITION -> {
                in.addAll(relation(path));
                in.addAll(relation(parent(row)));
            }
            case INHERITANCE -> {
                in.addAll(relation(path.subList(0, 2)));
                in.addAll(relation(path.subList(2, 4)));
            }
            case INDEX_ATTACHMENT -> in.addAll(attachment(row));
            case DOMAIN_CHECK -> in.add(new ObjectId(ObjectKind.DOMAIN, path.subList(0, 2)));
            case PUBLICATION_TABLE -> in.addAll(relation(path.subList(1, 3)));
            default -> {
                // The catalog says it all.
            }
        }
        return in;
    }

    private List<ObjectId> attachment(CatalogRow row) {
        List<ObjectId> in = new ArrayList<>();
        ObjectId index = indexes.get(row.id().path());
        ObjectId parent = indexes.get(parent(row));
        if (index != null && parent != null) {
            in.add(index);
            in.add(parent);
            in.add(new ObjectId(ObjectKind.PARTITION, tableOf(index)));
        }
        return in;
    }

    private List<String> tableOf(ObjectId index) {
        return index.kind() == ObjectKind.INDEX
                ? List.of(index.path().get(0), attribute(Objects.requireNonNull(rows.get(index)), "table"))
                : index.path().subList(0, 2);
    }

    private static List<String> parent(CatalogRow row) {
        return List.of(attribute(row, "parent_schema"), attribute(row, "parent"));
    }

    private static String attribute(CatalogRow row, String name) {
        return Objects.requireNonNull(row.attributes().get(name), name);
    }

    private List<ObjectId> relation(List<String> name) {
        ObjectId relation = relations.get(name);
        return relation == null ? List.of() : List.of(relation);
    }
}
