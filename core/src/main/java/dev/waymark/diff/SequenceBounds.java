package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import java.math.BigInteger;
import java.util.List;

/** Moves the counter of a sequence to where its new bounds are: PostgreSQL refuses bounds that it lies outside of. */
final class SequenceBounds {

    private SequenceBounds() {}

    private static boolean beyond(String minimum, String maximum) {
        return !minimum.isEmpty()
                && !maximum.isEmpty()
                && new BigInteger(minimum).compareTo(new BigInteger(maximum)) > 0;
    }

    /** Whether nothing that a sequence could have counted lies within its new bounds: then it has to begin anew. */
    static boolean apart(String minimum, String maximum, String newMinimum, String newMaximum) {
        return beyond(newMinimum, maximum) || beyond(minimum, newMaximum);
    }

    /**
     * The statement that lifts a counter to a new minimum; none if the minimum is not higher than before.
     *
     * @param sequence its name, quoted
     * @param from the minimum before; empty for that of the type
     * @param to the minimum after; empty for that of the type
     * @param maximum the maximum before; empty for that of the type
     */
    static List<String> lifted(String sequence, String from, String to, String maximum) {
        boolean higher = !to.isEmpty() && new BigInteger(to).compareTo(new BigInteger(from.isEmpty() ? "1" : from)) > 0;
        return higher && !beyond(to, maximum)
                ? List.of("select pg_catalog.setval(%s, %s, false) from %s where last_value < %s"
                        .formatted(Identifiers.literal(sequence), to, sequence, to))
                : List.of();
    }
}
