package dev.waymark.neo4j;

/**
 * What the values of a property can be made.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/functions/scalar/">The functions of Cypher that do it</a>
 */
public enum ValueType {
    /** Text. */
    STRING("toStringOrNull"),
    /** A whole number of 64 bits. */
    INTEGER("toIntegerOrNull"),
    /** A floating-point number of 64 bits. */
    FLOAT("toFloatOrNull"),
    /** True or false. */
    BOOLEAN("toBooleanOrNull"),
    /** A day, as in {@code 2026-11-24}. */
    DATE("date"),
    /** A day and a time without a zone. */
    LOCAL_DATETIME("localdatetime"),
    /** A day and a time in a zone. */
    ZONED_DATETIME("datetime");

    private final String function;

    ValueType(String function) {
        this.function = function;
    }

    /** {@return how Cypher calls it} */
    String cypher() {
        return name().replace('_', ' ');
    }

    /** {@return an expression of this type, or null where there is no such value} */
    String of(String expression) {
        return "%s(%s)".formatted(function, expression);
    }
}
