package dev.waymark.neo4j;

/**
 * A property of nodes, and the nodes that stand for its values. In {@code (:Track {genre: 'House'})} and
 * {@code (:Track)-[:HAS_GENRE]->(:Genre {name: 'House'})} it is {@code genre} of {@code Track}, and {@code name} of
 * {@code Genre} by {@code HAS_GENRE}.
 *
 * @param from the property of the nodes that have it
 * @param type the type of the relationships that lead to its values
 * @param to the property that the nodes of the values have
 */
public record Extraction(Property from, String type, Property to) {

    /** @throws IllegalArgumentException if the type is blank, or a property is none of nodes */
    public Extraction {
        Property.requireName("type", type);
        if (from.entity() != EntityType.NODE || to.entity() != EntityType.NODE) {
            throw new IllegalArgumentException("Only properties of nodes can become nodes");
        }
    }
}
