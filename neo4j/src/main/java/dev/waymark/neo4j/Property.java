package dev.waymark.neo4j;

/**
 * A property of all nodes of a label, or of all relationships of a type.
 *
 * @param entity whether of nodes or of relationships
 * @param of the label or the type
 * @param name its name
 */
public record Property(EntityType entity, String of, String name) {

    /** @throws IllegalArgumentException if a name is blank */
    public Property {
        requireName("label or type", of);
        requireName("property", name);
    }

    /**
     * {@return a property of nodes}
     *
     * @param label their label
     * @param name its name
     */
    public static Property ofNodes(String label, String name) {
        return new Property(EntityType.NODE, label, name);
    }

    /**
     * {@return a property of relationships}
     *
     * @param type their type
     * @param name its name
     */
    public static Property ofRelationships(String type, String name) {
        return new Property(EntityType.RELATIONSHIP, type, name);
    }

    static void requireName(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a %s is blank".formatted(what));
        }
    }

    /** Of the variable {@code x}. */
    String pattern() {
        String inner = "x:" + CypherNames.quoted(of);
        return entity == EntityType.NODE ? "(" + inner + ")" : "()-[" + inner + "]->()";
    }

    String quoted() {
        return CypherNames.quoted(name);
    }
}
