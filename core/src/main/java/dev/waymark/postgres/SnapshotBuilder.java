package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot together from the rows of the catalog's queries. */
final class SnapshotBuilder {

    /** The part of an object that may have a comment or privileges of its own: the sequence of an identity column. */
    private static final Map<ObjectKind, String> PARTS = Map.of(
            ObjectKind.COLUMN, "sequence",
            ObjectKind.PRIMARY_KEY, "index",
            ObjectKind.UNIQUE, "index",
            ObjectKind.EXCLUSION, "index");

    private static final Set<ObjectKind> INDEXES =
            EnumSet.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private static final Set<ObjectKind> TABLES = EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);

    private final String user;
    private final SnapshotOptions options;
    private final Map<ObjectId, CatalogRow> rows = new HashMap<>();
    private final Map<CatalogKey, CatalogRow> keys = new HashMap<>();
    private final Map<CatalogKey, CatalogKey> aliases = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final SortedSet<String> unmodelled = new TreeSet<>();
    private final Set<String> history;

    SnapshotBuilder(String user, SnapshotOptions options) {
        this.user = user;
        this.options = options;
        this.history = Set.copyOf(HistoryTables.names(options.historyPrefix()));
    }

    void addObjects(ResultSet objects) throws SQLException {
        CatalogColumns columns = CatalogColumns.of(objects.getMetaData(), words);
        while (objects.next()) {
            add(columns.read(objects));
        }
    }

    private void add(CatalogRow row) {
        rows.put(row.id(), row);
        keys.put(row.key(), row);
        if (options.without().contains(SnapshotOptions.Part.OWNERS)) {
            row.attributes().remove("owner");
        }
    }

    void addAlias(ResultSet row) throws SQLException {
        aliases.put(
                CatalogKey.of(row, "classid", "objid", "subid"),
                CatalogKey.of(row, "ownerclass", "ownerid", "ownersub"));
    }

    void addComment(ResultSet row) throws SQLException {
        CatalogKey key = CatalogKey.of(row, "classid", "objid", "subid");
        CatalogRow object = find(key);
        String attribute = object == null ? null : attribute(key, object, "comment");
        if (object != null && attribute != null) {
            object.attributes().put(attribute, row.getString("comment"));
        }
    }

    void addPrivileges(ResultSet row) throws SQLException {
        CatalogKey key = CatalogKey.of(row, "classid", "objid", "subid");
        CatalogRow object = find(key);
        String attribute = object == null ? null : attribute(key, object, "privileges");
        if (object != null && attribute != null) {
            object.lists().put(attribute, CatalogColumns.list(row.getArray("privileges")));
        }
    }

    /** What an attribute is called: parts that users don't see as objects have theirs beside those of the object. */
    private @Nullable String attribute(CatalogKey key, CatalogRow object, String name) {
        if (keys.containsKey(key)) {
            return name;
        }
        ObjectKind kind = object.id().kind();
        String part = PARTS.get(kind);
        if (part == null && kind != ObjectKind.EXTENSION) {
            unmodelled.add(name + " of a part of " + object.id());
        }
        return part == null ? null : part + "_" + name;
    }

    void addDependency(ResultSet row) throws SQLException {
        CatalogRow object = find(CatalogKey.of(row, "classid", "objid", "subid"));
        CatalogRow on = find(CatalogKey.of(row, "refclassid", "refobjid", "refsubid"));
        if (object == null || on == null) {
            return;
        }
        if (row.getString("deptype").equals("x")) {
            addExtension(object, on.id().name());
        }
        if (!isTie(object.id().kind(), on.id().kind())) {
            object.dependencies().add(on.id());
        }
    }

    /**
     * Attachments and owners of sequences are objects of their own: what they tie together could be without each other.
     */
    private static boolean isTie(ObjectKind kind, ObjectKind on) {
        boolean tables = TABLES.contains(kind) && TABLES.contains(on);
        boolean indexes = INDEXES.contains(kind) && INDEXES.contains(on);
        return tables || indexes || (kind == ObjectKind.SEQUENCE && (on == ObjectKind.COLUMN || TABLES.contains(on)));
    }

    private static void addExtension(CatalogRow object, String extension) {
        List<String> extensions = new ArrayList<>(object.lists().getOrDefault("extensions", List.of()));
        extensions.add(extension);
        extensions.sort(null);
        object.lists().put("extensions", extensions);
    }

    void addUnmodelled(ResultSet row) throws SQLException {
        unmodelled.add(row.getString("name"));
    }

    /** The object that a key of the catalog belongs to, also if it is a part of it that users don't see. */
    private @Nullable CatalogRow find(CatalogKey key) {
        CatalogKey at = key;
        for (int hops = 0; hops < 8; hops++) {
            CatalogRow row = keys.get(at);
            if (row != null) {
                return row;
            }
            CatalogKey next = aliases.getOrDefault(at, aliases.get(at.whole()));
            if (next == null) {
                return keys.get(at.whole());
            }
            at = next;
        }
        return null;
    }

    SchemaSnapshot build() {
        removeHistory();
        Containment containment = new Containment(rows);
        rows.keySet().removeIf(id -> !containment.isComplete(id));
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
        rows.values().forEach(row -> {
            row.dependencies().addAll(containment.of(row));
            objects.put(row.id(), new SchemaObject(row.id(), row.place(), row.attributes(), row.lists()));
        });
        SortedMap<ObjectId, SortedSet<ObjectId>> dependencies = new TreeMap<>();
        objects.keySet().forEach(id -> dependencies.put(id, dependencies(id)));
        dependencies.values().removeIf(Set::isEmpty);
        return new SchemaSnapshot(user, objects, dependencies, List.copyOf(unmodelled));
    }

    private SortedSet<ObjectId> dependencies(ObjectId id) {
        CatalogRow row = Objects.requireNonNull(rows.get(id));
        return row.dependencies().stream()
                .filter(on -> !on.equals(id) && rows.containsKey(on))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Waymark's own tables, and the schema that holds nothing but them. */
    private void removeHistory() {
        String schema = options.historySchema();
        boolean any = rows.values().removeIf(this::isHistory);
        boolean empty = rows.keySet().stream()
                .noneMatch(id -> id.path().size() > 1 && id.path().get(0).equals(schema));
        if (any && empty && !schema.equals("public")) {
            rows.remove(ObjectId.of(ObjectKind.SCHEMA, schema));
        }
    }

    private boolean isHistory(CatalogRow row) {
        List<String> path = row.id().path();
        int at = row.id().kind() == ObjectKind.PUBLICATION_TABLE ? 1 : 0;
        String table = row.attributes().get("table");
        return path.size() > at + 1
                && path.get(at).equals(options.historySchema())
                && (history.contains(path.get(at + 1)) || (table != null && history.contains(table)));
    }
}
