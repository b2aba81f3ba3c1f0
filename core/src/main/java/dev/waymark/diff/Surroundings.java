package dev.waymark.diff;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
                to.objects().values().stream()
                        .filter(one -> one.id().kind() == ObjectKind.PARTITION
                                || one.id().kind() == ObjectKind.INHERITANCE)
                        .map(Relations::parentOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasChildren(List<String> table) {
        return parents.contains(table);
    }
}
