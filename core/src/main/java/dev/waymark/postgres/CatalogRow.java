package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as a catalog query tells it: its key in the catalog, its id, and its attributes by the labels of the
 * columns.
 */
record CatalogRow(
        CatalogKey key,
        ObjectId id,
        int place,
        SortedMap<String, String> attributes,
        SortedMap<String, List<String>> lists) {

    private static final Set<String> FRAME = Set.of("classid", "objid", "subid", "kind", "path", "place");

    static CatalogRow of(ResultSet row, ResultSetMetaData columns) throws SQLException {
        SortedMap<String, String> attributes = new TreeMap<>();
        SortedMap<String, List<String>> lists = new TreeMap<>();
        int place = 0;
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String label = columns.getColumnLabel(at);
            if (label.equals("place")) {
                place = row.getInt(at);
            } else if (!FRAME.contains(label)) {
                put(row, at, label, attributes, lists);
            }
        }
        ObjectId id = new ObjectId(ObjectKind.valueOf(row.getString("kind")), list(row.getArray("path")));
        return new CatalogRow(CatalogKey.of(row, "classid", "objid", "subid"), id, place, attributes, lists);
    }

    private static void put(
            ResultSet row,
            int at,
            String label,
            SortedMap<String, String> attributes,
            SortedMap<String, List<String>> lists)
            throws SQLException {
        if (row.getMetaData().getColumnTypeName(at).startsWith("_")) {
            Array array = row.getArray(at);
            List<String> values = array == null ? List.of() : list(array);
            if (!values.isEmpty()) {
                lists.put(label, values);
            }
            return;
        }
        String value = row.getString(at);
        if (value != null) {
            attributes.put(label, value);
        }
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
