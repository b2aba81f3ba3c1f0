package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a catalog query make an object: some are its key and its id, the others its attributes by their
 * labels, those that are arrays its lists.
 *
 * @param attributes the columns that are attributes
 * @param hasPlace whether there is one that says where the object stands among others
 * @param words the texts that were read so far: the same names and types come again and again
 */
record CatalogColumns(List<Column> attributes, boolean hasPlace, Map<String, String> words) {

    private static final Set<String> FRAME = Set.of("classid", "objid", "subid", "kind", "path", "place");

    /**
     * A column that is an attribute.
     *
     * @param at its number, from 1
     * @param label what the attribute is called
     * @param list whether it is an array
     */
    private record Column(int at, String label, boolean list) {}

    static CatalogColumns of(ResultSetMetaData columns, Map<String, String> words) throws SQLException {
        List<Column> attributes = new ArrayList<>();
        boolean hasPlace = false;
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String label = columns.getColumnLabel(at);
            hasPlace |= label.equals("place");
            if (!FRAME.contains(label)) {
                attributes.add(
                        new Column(at, label, columns.getColumnTypeName(at).startsWith("_")));
            }
        }
        return new CatalogColumns(attributes, hasPlace, words);
    }

    CatalogRow read(ResultSet row) throws SQLException {
        SortedMap<String, String> values = new TreeMap<>();
        SortedMap<String, List<String>> lists = new TreeMap<>();
        for (Column column : attributes) {
            if (column.list()) {
                putList(row.getArray(column.at()), column.label(), lists);
            } else {
                putValue(row.getString(column.at()), column.label(), values);
            }
        }
        ObjectId id = new ObjectId(ObjectKind.valueOf(row.getString("kind")), known(list(row.getArray("path"))));
        int place = hasPlace ? row.getInt("place") : 0;
        return new CatalogRow(
                CatalogKey.of(row, "classid", "objid", "subid"), id, place, values, lists, new HashSet<>());
    }

    private void putValue(@Nullable String value, String label, SortedMap<String, String> values) {
        if (value != null) {
            values.put(label, known(value));
        }
    }

    private void putList(@Nullable Array array, String label, SortedMap<String, List<String>> lists)
            throws SQLException {
        List<String> values = array == null ? List.of() : known(list(array));
        if (!values.isEmpty()) {
            lists.put(label, values);
        }
    }

    private List<String> known(List<String> values) {
        return values.stream().map(this::known).toList();
    }

    private String known(String value) {
        return Objects.requireNonNullElse(words.putIfAbsent(value, value), value);
    }

    static List<String> list(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
