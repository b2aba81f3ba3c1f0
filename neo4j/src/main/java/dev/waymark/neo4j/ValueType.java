package dev.waymark.neo4j;

/**
 * What the values of a property can be made.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/functions/scalar/">The functions of Cypher that do it</a>
 */
public enum ValueType {
    /** Text. */
    STRING("toStringOrNull(%s)"),
    /** A whole number of 64 bits. */
    INTEGER("toIntegerOrNull(%s)"),
    /** A floating-point number of 64 bits. */
    FLOAT("toFloatOrNull(%s)"),
    /** True or false. */
    BOOLEAN("toBooleanOrNull(%s)"),
    /** A day, as in {@code 2026-11-24}. */
    DATE(parsed("date", Text.DAY)),
    /** A day and a time without a zone. */
    LOCAL_DATETIME(parsed("localdatetime", Text.DAY + Text.TIME)),
    /** A day and a time in a zone. */
    ZONED_DATETIME(parsed("datetime", Text.DAY + Text.TIME + Text.ZONE));

    private final String expression;

    ValueType(String expression) {
        this.expression = expression;
    }

    /**
     * These have no function that answers null for what is none of them. The server refuses to look for a pattern in
     * what it knows to be no string, though it is not asked to: hence the other function.
     */
    private static String parsed(String function, String pattern) {
        return "CASE WHEN %%1$s IS :: STRING AND toStringOrNull(%%1$s) =~ '%s' THEN %s(toStringOrNull(%%1$s)) END"
                .formatted(pattern, function);
    }

    /** {@return how Cypher calls it} */
    String cypher() {
        return name().replace('_', ' ');
    }

    /** {@return an expression of this type, or null where there is no such value} */
    String of(String variable) {
        return expression.formatted(variable);
    }

    /** How the texts look. */
    private static final class Text {

        static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
        static final String TIME = "T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";
        static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})(.[A-Za-z0-9_/+-]+.)?";
    }
}
