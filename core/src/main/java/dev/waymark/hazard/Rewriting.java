package dev.waymark.hazard;

import java.util.Map;
import java.util.Set;

/**
 * Whether a change of type writes a table again. It does unless the stored form is the same and surely fits.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER TABLE,
 *     Notes</a>
 */
final class Rewriting {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int FINEST = 6;

    /** Types whose values are stored as those of the others are; what has no limit takes them as they are. */
    private static final Map<String, Set<String>> SAME_FORM = Map.of(
            "character varying", Set.of("text"),
            "text", Set.of("character varying"),
            "xml", Set.of("text", "character varying"),
            "cidr", Set.of("inet"),
            "bit", Set.of("bit varying"),
            "integer", Set.of("oid"),
            "oid", Set.of("integer"));

    private Rewriting() {}

    static boolean isNeeded(SqlType from, SqlType to) {
        if (to.checked()) {
            return true;
        }
        if (from.base().equals(to.base())) {
            return !from.modifiers().equals(to.modifiers()) && !fits(from, to);
        }
        return !(to.isPlain() && isSameForm(from.base(), to.base()));
    }

    /** Whether an index sorts the values as before, so that it stays if the table does. */
    static boolean keepsIndexes(SqlType from, SqlType to) {
        boolean network = from.base().equals("cidr") && to.base().equals("inet");
        return from.base().equals(to.base()) || (isText(from.base()) && isText(to.base())) || network;
    }

    private static boolean isSameForm(String from, String to) {
        boolean citext = (isCitext(from) && isText(to)) || (isText(from) && isCitext(to));
        return citext || SAME_FORM.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean isText(String base) {
        return base.equals("text") || base.equals("character varying");
    }

    /** An extension's type: text without regard to case. */
    static boolean isCitext(String base) {
        return base.equals("citext") || base.endsWith(".citext");
    }

    /** Types of the same name and another size. */
    private static boolean fits(SqlType from, SqlType to) {
        return switch (from.base()) {
            case "character varying", "bit varying" -> to.modifier(UNLIMITED) >= from.modifier(UNLIMITED);
            case "numeric" ->
                to.isPlain()
                        || (!from.isPlain()
                                && from.scale() == to.scale()
                                && to.modifier(UNLIMITED) >= from.modifier(UNLIMITED));
            case "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone",
                    "interval" -> to.modifier(FINEST) >= from.modifier(FINEST);
            default -> false;
        };
    }
}
