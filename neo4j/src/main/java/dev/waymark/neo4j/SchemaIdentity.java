package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes two constraints or indexes the same, whatever their names.
 *
 * @param kind the kind of constraint or index
 * @param entity whether it is about nodes or relationships
 * @param labelsOrTypes the labels or types
 * @param properties the properties, in their order
 * @param types the types that a property may have; their order means nothing, and the server changes it
 * @param options the options that are declared. The server gives every option a value and doesn't tell which were
 *     declared, so that an option that one side does not declare is no difference
 */
public record SchemaIdentity(
        Enum<?> kind,
        EntityType entity,
        Set<String> labelsOrTypes,
        List<String> properties,
        Set<String> types,
        Map<String, Object> options) {

    /** Copies the collections. */
    public SchemaIdentity {
        labelsOrTypes = Set.copyOf(labelsOrTypes);
        properties = List.copyOf(properties);
        types = Set.copyOf(types);
        options = Map.copyOf(options);
    }

    /**
     * {@return whether what is there is what is wanted} Of the options, only those that this one declares count.
     *
     * @param there the identity of what is there
     */
    public boolean isMetBy(SchemaIdentity there) {
        return hasFormOf(there)
                && options.entrySet().stream().allMatch(option -> option.getValue()
                        .equals(IndexOptions.value(there.options, option.getKey())));
    }

    /** Whether the two differ in their options at most. */
    boolean hasFormOf(SchemaIdentity there) {
        return kind == there.kind
                && entity == there.entity
                && labelsOrTypes.equals(there.labelsOrTypes)
                && properties.equals(there.properties)
                && types.equals(there.types);
    }
}
