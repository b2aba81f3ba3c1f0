package dev.waymark.diff;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the DDL of an object may have to know besides it.
 *
 * @param from the schema before
 * @param to the schema after
 * @param parents the tables, by schema and name, that have children or partitions after
 */
record Surroundings(SchemaSnapshot from, SchemaSnapshot to, Set<List<String>> parents) {

    Surroundings(SchemaSnapshot from, SchemaSnapshot to) {
        this(
                from,
                to,
                Stream.of(ObjectKind.PARTITION, ObjectKind.INHERITANCE)
                        .flatMap(kind -> to.objects(kind).stream())
                        .map(Relations::parentOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasChildren(List<String> table) {
        return parents.contains(table);
    }
}
