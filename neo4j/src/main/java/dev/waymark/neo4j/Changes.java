package dev.waymark.neo4j;

import java.util.List;
import org.neo4j.driver.summary.SummaryCounters;

/**
 * What a statement changed.
 *
 * @param nodesCreated how many nodes were created
 * @param nodesDeleted how many nodes were deleted
 * @param relationshipsCreated how many relationships were created
 * @param relationshipsDeleted how many relationships were deleted
 * @param propertiesSet how many properties were set or removed
 * @param labelsAdded how many labels were added to nodes
 * @param labelsRemoved how many labels were removed from nodes
 */
public record Changes(
        long nodesCreated,
        long nodesDeleted,
        long relationshipsCreated,
        long relationshipsDeleted,
        long propertiesSet,
        long labelsAdded,
        long labelsRemoved) {

    static final Changes NONE = new Changes(0, 0, 0, 0, 0, 0, 0);

    static Changes of(SummaryCounters counters) {
        return new Changes(
                counters.nodesCreated(),
                counters.nodesDeleted(),
                counters.relationshipsCreated(),
                counters.relationshipsDeleted(),
                counters.propertiesSet(),
                counters.labelsAdded(),
                counters.labelsRemoved());
    }

    static Changes of(List<Long> numbers) {
        return new Changes(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6));
    }

    /** {@return all of it together} */
    public long total() {
        return numbers().stream().mapToLong(Long::longValue).sum();
    }

    Changes plus(Changes other) {
        return new Changes(
                nodesCreated + other.nodesCreated,
                nodesDeleted + other.nodesDeleted,
                relationshipsCreated + other.relationshipsCreated,
                relationshipsDeleted + other.relationshipsDeleted,
                propertiesSet + other.propertiesSet,
                labelsAdded + other.labelsAdded,
                labelsRemoved + other.labelsRemoved);
    }

    /** In the order of the components, as a stage keeps them. */
    List<Long> numbers() {
        return List.of(
                nodesCreated,
                nodesDeleted,
                relationshipsCreated,
                relationshipsDeleted,
                propertiesSet,
                labelsAdded,
                labelsRemoved);
    }
}
