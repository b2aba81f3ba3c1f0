package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and indexes that an application wants, or that a database has, as a value.
 *
 * @param elements the constraints and indexes, in the order in which they are made
 */
public record GraphSchema(List<SchemaElement> elements) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if two of them can't be in one database: they have the same name, or a range
     *     index and a uniqueness constraint are about the same properties
     */
    public GraphSchema {
        elements = List.copyOf(elements);
        Map<Object, SchemaElement> taken = new HashMap<>();
        for (SchemaElement element : elements) {
            refuseSecond(taken.put(element.name(), element), element, "have the same name");
            refuseSecond(taken.put(Place.of(element), element), element, "can't both be there");
        }
    }

    /**
     * {@return a schema of these constraints and indexes}
     *
     * @param elements the constraints and indexes, in the order in which they are to be made
     * @throws IllegalArgumentException if two of them can't be in one database
     */
    public static GraphSchema of(SchemaElement... elements) {
        return new GraphSchema(List.of(elements));
    }

    /** {@return a uniqueness constraint in the making} */
    public static ElementFor<Constraint> unique(String name) {
        return constraint(name, ConstraintKind.UNIQUENESS, List.of());
    }

    /** {@return a key constraint in the making} It needs Enterprise Edition. */
    public static ElementFor<Constraint> key(String name) {
        return constraint(name, ConstraintKind.KEY, List.of());
    }

    /** {@return an existence constraint in the making} It needs Enterprise Edition. */
    public static ElementFor<Constraint> exists(String name) {
        return constraint(name, ConstraintKind.EXISTENCE, List.of());
    }

    /**
     * {@return a property type constraint in the making} It needs Enterprise Edition.
     *
     * @param name its name
     * @param types the types that the property may have, as in {@code STRING} or {@code LIST<INTEGER NOT NULL>}
     * @throws IllegalArgumentException if one of them is no type of a property
     */
    public static ElementFor<Constraint> propertyType(String name, String... types) {
        return constraint(name, ConstraintKind.PROPERTY_TYPE, List.of(types));
    }

    /** {@return a range index in the making} */
    public static ElementFor<Index> rangeIndex(String name) {
        return index(name, IndexKind.RANGE);
    }

    /** {@return a text index in the making} */
    public static ElementFor<Index> textIndex(String name) {
        return index(name, IndexKind.TEXT);
    }

    /** {@return a point index in the making} */
    public static ElementFor<Index> pointIndex(String name) {
        return index(name, IndexKind.POINT);
    }

    /** {@return a full-text index in the making} */
    public static ElementFor<Index> fulltextIndex(String name) {
        return index(name, IndexKind.FULLTEXT);
    }

    /** {@return a vector index in the making} */
    public static ElementFor<Index> vectorIndex(String name) {
        return index(name, IndexKind.VECTOR);
    }

    /** {@return the index that finds nodes by label, or relationships by type} */
    public static Index lookupIndex(String name, EntityType entity) {
        return new Index(name, IndexKind.LOOKUP, entity, List.of(), List.of(), new TreeMap<>());
    }

    /** {@return the constraint or index of a name} */
    public Optional<SchemaElement> find(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).findFirst();
    }

    /** {@return this schema and more constraints and indexes} */
    public GraphSchema and(SchemaElement... more) {
        List<SchemaElement> all = new ArrayList<>(elements);
        Collections.addAll(all, more);
        return new GraphSchema(all);
    }

    /** {@return the commands that make it, one a line, each ended by a semicolon} */
    public String toCypher() {
        return elements.stream().map(element -> element.createCypher() + ";\n").collect(Collectors.joining());
    }

    /** {@return this as JSON, one constraint or index a line} */
    public String toJson() {
        return GraphSchemaJson.write(this);
    }

    /**
     * {@return the schema that {@link #toJson} wrote}
     *
     * @param json the JSON
     * @throws IllegalArgumentException if it is no JSON of a schema
     */
    public static GraphSchema fromJson(String json) {
        return GraphSchemaJson.read(json);
    }

    private static ElementFor<Constraint> constraint(String name, ConstraintKind kind, List<String> types) {
        SortedSet<String> parts = PropertyTypes.of(types);
        return new ElementFor<>(
                (entity, labels, properties) -> new Constraint(name, kind, entity, labels, properties, parts));
    }

    private static ElementFor<Index> index(String name, IndexKind kind) {
        return new ElementFor<>(
                (entity, labels, properties) -> new Index(name, kind, entity, labels, properties, new TreeMap<>()));
    }

    private static void refuseSecond(@Nullable SchemaElement first, SchemaElement second, String why) {
        if (first != null) {
            throw new IllegalArgumentException(
                    "Two of one schema %s:\n  %s\n  %s".formatted(why, first.createCypher(), second.createCypher()));
        }
    }
}
