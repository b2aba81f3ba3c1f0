package dev.waymark.neo4j;

import java.util.List;

/**
 * A constraint or an index in the making: it has a kind and a name, and wants to know what it is about.
 *
 * @param <E> what it becomes
 */
public final class ElementFor<E extends SchemaElement> {

    private final ElementOn.Maker<E> maker;

    ElementFor(ElementOn.Maker<E> maker) {
        this.maker = maker;
    }

    /**
     * {@return the same, about nodes}
     *
     * @param labels their label; several for a full-text index, and for a vector index since 2026.01
     */
    public ElementOn<E> node(String... labels) {
        return new ElementOn<>(maker, EntityType.NODE, List.of(labels));
    }

    /**
     * {@return the same, about relationships}
     *
     * @param types their type; several for a full-text index, and for a vector index since 2026.01
     */
    public ElementOn<E> relationship(String... types) {
        return new ElementOn<>(maker, EntityType.RELATIONSHIP, List.of(types));
    }
}
