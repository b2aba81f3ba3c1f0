package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An index that belongs to no constraint.
 *
 * @param name its name
 * @param kind what it finds
 * @param entity whether it is about nodes or relationships
 * @param labelsOrTypes the labels or relationship types: several for a full-text index, and for a vector index since
 *     2026.01; none for a lookup index; one for the others
 * @param properties the properties, in their order: several for a range and a full-text index; for a vector index the
 *     vector and then those to filter by, which it can have since 2026.01; none for a lookup index; one for the others
 * @param options the options that are declared, by their names in {@code indexConfig}
 */
public record Index(
        String name,
        IndexKind kind,
        EntityType entity,
        List<String> labelsOrTypes,
        List<String> properties,
        SortedMap<String, Object> options)
        implements SchemaElement {

    /** What comes before a command that Cypher can say since 25. */
    static final String NEWER_CYPHER = "CYPHER 25 ";

    /**
     * Checks and copies; the options are brought into the form in which the server says them.
     *
     * @throws IllegalArgumentException if the server could not have such an index
     */
    public Index {
        labelsOrTypes = List.copyOf(labelsOrTypes);
        properties = List.copyOf(properties);
        options = Collections.unmodifiableSortedMap(IndexOptions.normal(options));
        Shape shape = new Shape(kind.word() + " index", name);
        if (kind == IndexKind.LOOKUP) {
            shape.require(labelsOrTypes.isEmpty() && properties.isEmpty(), "names no labels, types or properties");
        } else {
            shape.labels(labelsOrTypes, kind.takesSeveralLabels() ? Integer.MAX_VALUE : 1);
            shape.properties(properties, kind.takesSeveralProperties() ? Integer.MAX_VALUE : 1);
        }
    }

    /**
     * {@return the same index with an option declared}
     *
     * @param option its name, as in {@code vector.dimensions}
     * @param value a string, a whole number, a fraction, a truth value or a list of numbers
     * @throws IllegalArgumentException for a value of any other type
     */
    public Index with(String option, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(options);
        more.put(option, value);
        return new Index(name, kind, entity, labelsOrTypes, properties, more);
    }

    /**
     * {@return the same vector index with properties to filter by} It needs Neo4j 2026.01.
     *
     * @param more the properties
     * @throws IllegalArgumentException if this is no vector index
     */
    public Index filteredBy(String... more) {
        new Shape(kind.word() + " index", name).require(kind == IndexKind.VECTOR, "has no properties to filter by");
        List<String> all = new ArrayList<>(properties);
        all.addAll(List.of(more));
        return new Index(name, kind, entity, labelsOrTypes, all, options);
    }

    @Override
    public SchemaIdentity identity() {
        return new SchemaIdentity(kind, entity, Set.copyOf(labelsOrTypes), properties, Set.of(), options);
    }

    @Override
    public Index named(String newName) {
        return new Index(newName, kind, entity, labelsOrTypes, properties, options);
    }

    @Override
    public String kindInWords() {
        return "a " + kind.word() + " index";
    }

    @Override
    public String createCypher() {
        String config = options.isEmpty() ? "" : " OPTIONS {indexConfig: " + IndexOptions.cypher(options) + "}";
        return "%sCREATE %s INDEX %s FOR %s ON %s%s"
                .formatted(
                        usesNewerVectors() || IndexOptions.areNewer(options) ? NEWER_CYPHER : "",
                        kind,
                        CypherNames.quoted(name),
                        entity.pattern(labelsOrTypes),
                        subject(),
                        config);
    }

    @Override
    public String dropCypher() {
        return "DROP INDEX " + CypherNames.quoted(name);
    }

    /** Whether it is a vector index of several labels, types or properties, which Cypher can say since 25. */
    boolean usesNewerVectors() {
        return kind == IndexKind.VECTOR && (labelsOrTypes.size() > 1 || properties.size() > 1);
    }

    private String subject() {
        String variable = entity.variable();
        return switch (kind) {
            case LOOKUP -> "EACH " + (entity == EntityType.NODE ? "labels(n)" : "type(r)");
            case FULLTEXT -> "EACH [" + CypherNames.properties(variable, properties) + "]";
            case VECTOR -> vector(variable);
            case RANGE, TEXT, POINT -> "(" + CypherNames.properties(variable, properties) + ")";
        };
    }

    private String vector(String variable) {
        String filters = CypherNames.properties(variable, properties.subList(1, properties.size()));
        String vector = CypherNames.properties(variable, properties.subList(0, 1));
        return "(" + vector + ")" + (filters.isEmpty() ? "" : " WITH [" + filters + "]");
    }
}
