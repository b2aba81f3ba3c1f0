package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * Functions and procedures.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION, Overloading</a>
 */
final class RoutineDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject routine, Surroundings schema) {
        return List.of(Definitions.stable(routine));
    }

    @Override
    public List<String> drop(SchemaObject routine) {
        return List.of("drop " + ObjectNames.full(routine.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (from.sameIn("definition", to)) {
            return Optional.of(List.of());
        }
        boolean sameResult = from.sameIn("result", to) && from.sameIn("window", to);
        return sameResult && keepsParameters(from, to)
                ? Optional.of(List.of(Definitions.stable(to)))
                : Optional.empty();
    }

    /** Names of parameters can't be changed and defaults can't be removed. */
    private static boolean keepsParameters(SchemaObject from, SchemaObject to) {
        return from.sameIn("parameters", to) && defaults(from) <= defaults(to);
    }

    private static int defaults(SchemaObject routine) {
        return routine.get("defaults").map(Integer::valueOf).orElse(0);
    }
}
