package dev.waymark.neo4j;

import java.util.List;

/**
 * What a database can have once only, so that the second one is refused: a uniqueness or key constraint and a range
 * index of the same properties stand in each other's way. The order of a full-text index's labels counts here, since
 * the server takes (A|B) and (B|A) for two.
 *
 * @param kind the kind of index, or of a constraint that has none
 * @param entity whether it is about nodes or relationships
 * @param labelsOrTypes the labels or types in the order in which they were declared
 * @param properties the properties in their order
 */
record Place(Enum<?> kind, EntityType entity, List<String> labelsOrTypes, List<String> properties) {

    static Place of(SchemaElement element) {
        return new Place(kind(element), element.entity(), element.labelsOrTypes(), element.properties());
    }

    private static Enum<?> kind(SchemaElement element) {
        if (element instanceof Constraint constraint) {
            return constraint.kind().isBacked() ? IndexKind.RANGE : constraint.kind();
        }
        return ((Index) element).kind();
    }
}
