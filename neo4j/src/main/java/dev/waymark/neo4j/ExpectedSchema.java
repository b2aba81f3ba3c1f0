package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The schema that a graph should have by its history: what its schema stages have made and not dropped. What others
 * make or drop beside them is not in it, and so is drift.
 */
final class ExpectedSchema {

    private ExpectedSchema() {}

    /**
     * What is expected once a stage is done.
     *
     * @param expected what was expected before it
     * @param before what the graph had before it; empty if that is not known any more, since the stage was committed by
     *     a run that was interrupted
     * @param after what the graph has after it
     * @param stage what the stage did
     */
    static GraphSchema after(GraphSchema expected, Optional<LiveSchema> before, LiveSchema after, Work stage) {
        GraphSchemaDiff made = before.map(live -> GraphSchemaDiff.between(live.schema(), after.schema()))
                .orElseGet(() -> new GraphSchemaDiff(List.of()));
        Predicate<SchemaElement> concerned = element ->
                stage.text().contains(element.name()) || contains(made.dropped(), element) || stage.wants(element);
        List<SchemaElement> result = new ArrayList<>();
        expected.elements().stream()
                .filter(element -> !concerned.test(element) || isIn(after, element))
                .forEach(result::add);
        after.schema().elements().stream()
                .filter(element -> concerned.test(element) || contains(made.created(), element))
                .filter(element -> !contains(result, element))
                .forEach(result::add);
        return new GraphSchema(result);
    }

    private static boolean isIn(LiveSchema live, SchemaElement element) {
        return contains(live.schema().elements(), element);
    }

    private static boolean contains(List<SchemaElement> elements, SchemaElement element) {
        return elements.stream()
                .anyMatch(other -> other.name().equals(element.name())
                        && element.identity().isMetBy(other.identity()));
    }

    /**
     * What a stage did.
     *
     * @param text its commands
     * @param wanted what it made sure of
     */
    record Work(String text, List<SchemaElement> wanted) {

        /** Under whatever name. */
        boolean wants(SchemaElement element) {
            return wanted.stream().anyMatch(each -> each.identity().isMetBy(element.identity()));
        }
    }
}
