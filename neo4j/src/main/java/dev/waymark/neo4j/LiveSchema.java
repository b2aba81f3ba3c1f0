package dev.waymark.neo4j;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The constraints and indexes that a database has, except those of a history, and those that belong to constraints.
 *
 * @param elements the constraints by name, then the indexes by name
 * @param unknown the names of those of a kind that is not known here, which only graph types have
 */
record LiveSchema(List<LiveElement> elements, List<String> unknown) {

    LiveSchema {
        elements = List.copyOf(elements);
        unknown = List.copyOf(unknown);
    }

    /** What commands have made of it and works; an index that failed counts as not there. */
    GraphSchema schema() {
        return new GraphSchema(elements.stream()
                .filter(live -> live.origin() == LiveElement.Origin.COMMAND && !live.isFailed())
                .map(LiveElement::element)
                .toList());
    }

    /** The indexes that failed. */
    List<LiveElement> failed() {
        return elements.stream().filter(LiveElement::isFailed).toList();
    }

    Optional<LiveElement> named(String name) {
        return first(live -> live.name().equals(name));
    }

    /** The first that is what is wanted, under whatever name, and works. */
    Optional<LiveElement> meeting(SchemaElement wanted) {
        SchemaIdentity identity = wanted.identity();
        return first(live -> !live.isFailed() && identity.isMetBy(live.element().identity()));
    }

    /** The one that stands where the wanted one would. */
    Optional<LiveElement> at(Place place) {
        return first(live -> Place.of(live.element()).equals(place));
    }

    private Optional<LiveElement> first(Predicate<LiveElement> condition) {
        return elements.stream().filter(condition).findFirst();
    }
}
