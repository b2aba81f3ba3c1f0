package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Schemas that Community Edition can have, of few names, labels and properties, so that they are often in each other's
 * way.
 */
final class RandomSchemas {

    private static final List<String> NAMES = List.of("a", "b", "c", "d`", "e\\u0041");
    private static final List<List<String>> PROPERTIES =
            List.of(List.of("x"), List.of("y"), List.of("x", "y"), List.of("y", "x"));

    private final Random random;

    RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    GraphSchema next() {
        Set<Object> taken = new HashSet<>();
        List<SchemaElement> elements = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            SchemaElement element = element();
            if (!taken.contains(element.name()) && taken.add(Place.of(element))) {
                taken.add(element.name());
                elements.add(element);
            }
        }
        return new GraphSchema(elements);
    }

    private SchemaElement element() {
        String name = one(NAMES);
        String[] all = one(PROPERTIES).toArray(String[]::new);
        String first = all[0];
        return switch (random.nextInt(6)) {
            case 0, 1 -> at(GraphSchema.unique(name)).on(all);
            case 2 -> at(GraphSchema.rangeIndex(name)).on(all);
            case 3 -> at(GraphSchema.textIndex(name)).on(first);
            case 4 ->
                at(GraphSchema.fulltextIndex(name))
                        .on(all)
                        .with("fulltext.analyzer", one(List.of("english", "standard-no-stop-words")));
            default -> at(GraphSchema.vectorIndex(name)).on(first).with("vector.dimensions", 3 + random.nextInt(2));
        };
    }

    private <E extends SchemaElement> ElementOn<E> at(ElementFor<E> made) {
        String label = one(List.of("A", "B"));
        return random.nextBoolean() ? made.node(label) : made.relationship(label);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
