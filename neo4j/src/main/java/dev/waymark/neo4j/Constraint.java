package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * A constraint.
 *
 * @param name its name
 * @param kind what it demands
 * @param entity whether it is about nodes or relationships
 * @param labelsOrTypes the one label or relationship type
 * @param properties the properties, in their order; one, except for uniqueness and keys
 * @param types the types that the property may have, written as the server writes them; empty except for a property
 *     type constraint
 */
public record Constraint(
        String name,
        ConstraintKind kind,
        EntityType entity,
        List<String> labelsOrTypes,
        List<String> properties,
        SortedSet<String> types)
        implements SchemaElement {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the server could not have such a constraint
     */
    public Constraint {
        labelsOrTypes = List.copyOf(labelsOrTypes);
        properties = List.copyOf(properties);
        types = PropertyTypes.of(types);
        Shape shape = new Shape(kind.word() + " constraint", name);
        shape.labels(labelsOrTypes, 1);
        shape.properties(properties, kind.isBacked() ? Integer.MAX_VALUE : 1);
        shape.require(
                types.isEmpty() == (kind != ConstraintKind.PROPERTY_TYPE),
                "has types exactly if it is a property type constraint");
    }

    @Override
    public SchemaIdentity identity() {
        return new SchemaIdentity(kind, entity, Set.copyOf(labelsOrTypes), properties, types, Map.of());
    }

    @Override
    public Constraint named(String newName) {
        return new Constraint(newName, kind, entity, labelsOrTypes, properties, types);
    }

    @Override
    public String kindInWords() {
        String word = entity.word() + " " + kind.word() + " constraint";
        return "a " + word;
    }

    @Override
    public String createCypher() {
        String variable = entity.variable();
        String list = CypherNames.properties(variable, properties);
        return "%sCREATE CONSTRAINT %s FOR %s REQUIRE %s %s"
                .formatted(
                        usesVectors() ? Index.NEWER_CYPHER : "",
                        CypherNames.quoted(name),
                        entity.pattern(labelsOrTypes),
                        properties.size() == 1 ? list : "(" + list + ")",
                        demand());
    }

    @Override
    public String dropCypher() {
        return "DROP CONSTRAINT " + CypherNames.quoted(name);
    }

    /** Whether it demands a vector, which Cypher can say since 25. */
    boolean usesVectors() {
        return types.stream().anyMatch(type -> type.startsWith("VECTOR"));
    }

    private String demand() {
        return switch (kind) {
            case UNIQUENESS -> "IS UNIQUE";
            case KEY -> "IS " + entity.name() + " KEY";
            case EXISTENCE -> "IS NOT NULL";
            case PROPERTY_TYPE -> "IS :: " + String.join(" | ", types);
        };
    }
}
