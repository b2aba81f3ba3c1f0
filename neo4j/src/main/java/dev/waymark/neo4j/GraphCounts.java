package dev.waymark.neo4j;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much there is in a graph, without its history.
 *
 * @param nodes how many nodes
 * @param relationships how many relationships
 * @param nodesByLabel how many nodes have a label, by the labels that nodes have; a node counts for each of its labels
 * @param relationshipsByType how many relationships are of a type, by the types that there are
 */
public record GraphCounts(
        long nodes,
        long relationships,
        SortedMap<String, Long> nodesByLabel,
        SortedMap<String, Long> relationshipsByType) {

    /** Copies the maps. */
    public GraphCounts {
        nodesByLabel = Collections.unmodifiableSortedMap(new TreeMap<>(nodesByLabel));
        relationshipsByType = Collections.unmodifiableSortedMap(new TreeMap<>(relationshipsByType));
    }
}
