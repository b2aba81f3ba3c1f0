package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * One object as a catalog query tells it.
 *
 * @param key its key in the catalog
 * @param id its id
 * @param place where it stands among others of its kind; 0 where there is no such order
 * @param attributes its attributes, which can still be added to
 * @param lists its attributes that are lists
 * @param dependencies what it depends on
 */
record CatalogRow(
        CatalogKey key,
        ObjectId id,
        int place,
        SortedMap<String, String> attributes,
        SortedMap<String, List<String>> lists,
        Set<ObjectId> dependencies) {}
