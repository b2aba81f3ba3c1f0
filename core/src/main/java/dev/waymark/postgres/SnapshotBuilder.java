package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot together from the rows of the catalog's queries. */
final class SnapshotBuilder {

    private static final Set<ObjectKind> WITH_INDEX =
            EnumSet.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private static final Set<ObjectKind> INDEXES =
            EnumSet.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private static final Set<ObjectKind> TABLES = EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);

    private final String user;
    private final SnapshotOptions options;
    private final SortedMap<ObjectId, CatalogRow> rows = new TreeMap<>();
    private final Map<CatalogKey, ObjectId> ids = new HashMap<>();
    private final Map<CatalogKey, CatalogKey> aliases = new HashMap<>();
    private final SortedMap<ObjectId, SortedSet<ObjectId>> dependencies = new TreeMap<>();
    private final SortedSet<String> unmodelled = new TreeSet<>();

    SnapshotBuilder(String user, SnapshotOptions options) {
        this.user = user;
        this.options = options;
    }

    void add(CatalogRow row) {
        rows.put(row.id(), row);
        ids.put(row.key(), row.id());
        if (options.without().contains(SnapshotOptions.Part.OWNERS)) {
            row.attributes().remove("owner");
        }
    }

    void addAlias(ResultSet row) throws SQLException {
        aliases.put(
                CatalogKey.of(row, "classid", "objid", "subid"),
                CatalogKey.of(row, "ownerclass", "ownerid", "ownersub"));
    }

    /** A comment on the index of a constraint is not one on the constraint. */
    void addComment(ResultSet row) throws SQLException {
        CatalogKey key = CatalogKey.of(row, "classid", "objid", "subid");
        ObjectId own = ids.get(key);
        ObjectId id = own == null ? find(key) : own;
        boolean ofIndex = own == null && id != null && WITH_INDEX.contains(id.kind());
        CatalogRow object = id == null ? null : rows.get(id);
        if (object != null && (own != null || ofIndex)) {
            object.attributes().put(ofIndex ? "index_comment" : "comment", row.getString("comment"));
        }
    }

    void addPrivileges(ResultSet row) throws SQLException {
        ObjectId id = ids.get(CatalogKey.of(row, "classid", "objid", "subid"));
        CatalogRow object = id == null ? null : rows.get(id);
        if (object != null) {
            object.lists().put("privileges", list(row.getArray("privileges")));
        }
    }

    void addDependency(ResultSet row) throws SQLException {
        ObjectId id = find(CatalogKey.of(row, "classid", "objid", "subid"));
        ObjectId on = find(CatalogKey.of(row, "refclassid", "refobjid", "refsubid"));
        if (id == null || on == null) {
            return;
        }
        if (row.getString("deptype").equals("x")) {
            addTo(id, "extensions", on.name());
        }
        if (!isTie(id.kind(), on.kind())) {
            depends(id, on);
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

    private void addTo(ObjectId id, String list, String value) {
        CatalogRow object = rows.get(id);
        if (object != null) {
            List<String> values = new ArrayList<>(object.lists().getOrDefault(list, List.of()));
            values.add(value);
            values.sort(null);
            object.lists().put(list, values);
        }
    }

    void addUnmodelled(ResultSet row) throws SQLException {
        CatalogKey key = CatalogKey.of(row, "classid", "objid", "subid");
        if (find(key) == null) {
            unmodelled.add(row.getString("name"));
        }
    }

    /** The object that a key of the catalog belongs to, also if it is a part of it that users don't see. */
    private @Nullable ObjectId find(CatalogKey key) {
        CatalogKey at = key;
        for (int hops = 0; hops < 8; hops++) {
            ObjectId id = ids.get(at);
            if (id != null) {
                return id;
            }
            CatalogKey next = aliases.getOrDefault(at, aliases.get(at.whole()));
            if (next == null) {
                return ids.get(at.whole());
            }
            at = next;
        }
        return null;
    }

    private void depends(ObjectId id, ObjectId on) {
        if (!id.equals(on) && rows.containsKey(id) && rows.containsKey(on)) {
            dependencies.computeIfAbsent(id, key -> new TreeSet<>()).add(on);
        }
    }

    SchemaSnapshot build() {
        removeHistory();
        Containment containment = new Containment(rows);
        rows.keySet().removeIf(id -> !containment.isComplete(id));
        rows.values().forEach(row -> containment.of(row).forEach(on -> depends(row.id(), on)));
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
        rows.values()
                .forEach(row ->
                        objects.put(row.id(), new SchemaObject(row.id(), row.place(), row.attributes(), row.lists())));
        dependencies.keySet().retainAll(objects.keySet());
        dependencies.values().forEach(on -> on.retainAll(objects.keySet()));
        return new SchemaSnapshot(user, objects, dependencies, List.copyOf(unmodelled));
    }

    /** Waymark's own tables, and the schema that holds nothing but them. */
    private void removeHistory() {
        String schema = options.historySchema();
        Set<String> own = new TreeSet<>(HistoryTables.names(options.historyPrefix()));
        boolean any = rows.keySet().removeIf(id -> id.path().get(0).equals(schema) && isHistory(id, own));
        boolean empty = rows.keySet().stream()
                .noneMatch(id -> id.path().size() > 1 && id.path().get(0).equals(schema));
        if (any && empty && !schema.equals("public")) {
            rows.remove(ObjectId.of(ObjectKind.SCHEMA, schema));
        }
    }

    private boolean isHistory(ObjectId id, Set<String> own) {
        CatalogRow row = rows.get(id);
        String table = row == null ? null : row.attributes().get("table");
        return id.path().size() > 1 && (own.contains(id.path().get(1)) || (table != null && own.contains(table)));
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
