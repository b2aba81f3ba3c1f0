package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How the catalog itself names an object.
 *
 * @param catalog the object identifier of the catalog that it stands in
 * @param object its own
 * @param part the number of a column, or 0
 */
record CatalogKey(long catalog, long object, int part) {

    static CatalogKey of(ResultSet row, String catalog, String object, String part) throws SQLException {
        return new CatalogKey(row.getLong(catalog), row.getLong(object), row.getInt(part));
    }

    CatalogKey whole() {
        return part == 0 ? this : new CatalogKey(catalog, object, 0);
    }
}
