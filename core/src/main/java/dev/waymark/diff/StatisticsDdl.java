package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Extended statistics. */
final class StatisticsDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject statistics, Surroundings schema) {
        return List.of(statistics.require("definition"));
    }

    @Override
    public List<String> afterwards(SchemaObject statistics, Surroundings schema) {
        return statistics.has("target") ? List.of(target(statistics)) : List.of();
    }

    @Override
    public List<String> drop(SchemaObject statistics) {
        return List.of("drop statistics " + ObjectNames.name(statistics.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("definition", to)) {
            return Optional.empty();
        }
        return Optional.of(from.sameIn("target", to) ? List.of() : List.of(target(to)));
    }

    private static String target(SchemaObject statistics) {
        return "alter statistics " + ObjectNames.name(statistics.id()) + " set statistics "
                + statistics.get("target").orElse("-1");
    }
}
