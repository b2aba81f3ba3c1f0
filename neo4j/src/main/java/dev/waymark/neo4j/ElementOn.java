package dev.waymark.neo4j;

import java.util.List;

/**
 * A constraint or an index in the making: it has all but its properties.
 *
 * @param <E> what it becomes
 */
public final class ElementOn<E extends SchemaElement> {

    private final Maker<E> maker;
    private final EntityType entity;
    private final List<String> labelsOrTypes;

    ElementOn(Maker<E> maker, EntityType entity, List<String> labelsOrTypes) {
        this.maker = maker;
        this.entity = entity;
        this.labelsOrTypes = labelsOrTypes;
    }

    /**
     * {@return the constraint or index}
     *
     * @param properties its properties, in their order
     * @throws IllegalArgumentException if the server could not have such a constraint or index
     */
    public E on(String... properties) {
        return maker.make(entity, labelsOrTypes, List.of(properties));
    }

    /** Makes a constraint or an index of what it is about. */
    @FunctionalInterface
    interface Maker<E> {
        E make(EntityType entity, List<String> labelsOrTypes, List<String> properties);
    }
}
