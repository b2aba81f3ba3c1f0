package dev.waymark.schema;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One object of a database.
 *
 * @param id which
 * @param position where it stands among its kind in its table, from 1, for columns and enum values' owners; 0 where
 *     there is no such order. It is noted and not compared: PostgreSQL can't move a column.
 * @param attributes what is known of it, by the names that {@link ObjectKind} gives; those with PostgreSQL's default
 *     are absent
 * @param lists the same, for attributes that are lists
 */
public record SchemaObject(
        ObjectId id, int position, SortedMap<String, String> attributes, SortedMap<String, List<String>> lists) {

    /** Copies the maps. */
    public SchemaObject {
        attributes = copy(attributes);
        lists = copy(lists);
    }

    /** Most objects have few attributes: an empty map for each would be the greater part of a snapshot. */
    private static <T> SortedMap<String, T> copy(SortedMap<String, T> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * {@return the value of an attribute, empty if it has PostgreSQL's default}
     *
     * @param attribute its name
     */
    public Optional<String> get(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /**
     * {@return the value of an attribute that every object of the kind has}
     *
     * @param attribute its name
     * @throws IllegalArgumentException if it has none
     */
    public String require(String attribute) {
        return get(attribute).orElseThrow(() -> new IllegalArgumentException(id + " has no attribute " + attribute));
    }

    /**
     * {@return whether it has an attribute that is not a list}
     *
     * @param attribute its name
     */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /**
     * {@return an attribute that is a list, empty if it has PostgreSQL's default}
     *
     * @param attribute its name
     */
    public List<String> list(String attribute) {
        return lists.getOrDefault(attribute, List.of());
    }

    /**
     * {@return whether the other is the same but for its position}
     *
     * @param other an object of the same id, or null
     */
    public boolean same(@Nullable SchemaObject other) {
        return other != null && attributes.equals(other.attributes) && lists.equals(other.lists);
    }

    /**
     * {@return whether an attribute of either form is the same in another object}
     *
     * @param attribute its name
     * @param other the other
     */
    public boolean sameIn(String attribute, SchemaObject other) {
        return Objects.equals(attributes.get(attribute), other.attributes.get(attribute))
                && list(attribute).equals(other.list(attribute));
    }
}
