package dev.waymark.hazard;

import java.util.List;
import java.util.Optional;

/**
 * Which numbers a type holds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-numeric.html">Numeric Types</a>
 */
final class Numbers {

    private static final int ANY = 1_000_000;

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");

    /** The digits of the largest whole number; of one digit less any number fits. */
    private static final List<Integer> WHOLE_DIGITS = List.of(5, 10, 19);

    private Numbers() {}

    static boolean isNumber(SqlType type) {
        return WHOLE.contains(type.base()) || isFloat(type) || type.base().equals("numeric");
    }

    /** What happens to numbers that the new type doesn't hold; empty if it holds all. */
    static Optional<String> narrowed(SqlType from, SqlType to) {
        if (isWider(from, to)) {
            return Optional.empty();
        }
        boolean large = digits(from) > surely(to);
        boolean coarse = scale(from) > exactly(to) || (isFloat(to) && large);
        String tooLarge = "A number that is too large for %s makes it fail.".formatted(to.inWords());
        if (coarse) {
            return Optional.of("Numbers are rounded to %s.%s".formatted(to.inWords(), large ? " " + tooLarge : ""));
        }
        return large ? Optional.of(tooLarge) : Optional.empty();
    }

    private static boolean isWider(SqlType from, SqlType to) {
        boolean whole = WHOLE.contains(from.base()) && WHOLE.indexOf(to.base()) >= WHOLE.indexOf(from.base());
        boolean same = from.base().equals(to.base()) && from.modifiers().equals(to.modifiers());
        return whole || same || (from.base().equals("real") && to.base().equals("double precision"));
    }

    private static boolean isFloat(SqlType type) {
        return type.base().equals("real") || type.base().equals("double precision");
    }

    /** How many digits there may be behind the point. */
    private static int scale(SqlType type) {
        return isFloat(type) ? ANY : exactly(type);
    }

    /** How many of them are kept exactly. */
    private static int exactly(SqlType type) {
        return type.base().equals("numeric") && type.isPlain() ? ANY : type.scale();
    }

    /** How many digits its numbers may have before the point. */
    private static int digits(SqlType type) {
        int whole = WHOLE.indexOf(type.base());
        if (whole >= 0) {
            return WHOLE_DIGITS.get(whole);
        }
        return type.isPlain() ? ANY : type.modifier(0) - type.scale();
    }

    /** How many digits before the point it holds, whatever they are. */
    private static int surely(SqlType type) {
        int whole = WHOLE.indexOf(type.base());
        if (whole >= 0) {
            return WHOLE_DIGITS.get(whole) - 1;
        }
        return switch (type.base()) {
            case "real" -> 7;
            case "double precision" -> 15;
            default -> digits(type);
        };
    }
}
