package dev.waymark.hazard;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.regex.Pattern;

/**
 * Whether an expression may have another value for each row. Of functions that users or extensions made the catalog
 * knows that a default needs them; of PostgreSQL's own it doesn't, so that these are looked for by name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/xfunc-volatility.html">Function Volatility Categories</a>
 */
final class Volatility {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(?:random|random_normal|clock_timestamp|timeofday|gen_random_uuid|uuidv4|uuidv7|nextval|setval|lastval"
                    + "|currval|txid_current|pg_current_xact_id|pg_backend_pid|pg_notify|set_config)\\(");

    private static final Pattern SAID_TO_BE_STEADY =
            Pattern.compile("^ .*\\b(?:STABLE|IMMUTABLE)\\b", Pattern.MULTILINE);

    private Volatility() {}

    static boolean isVolatile(SchemaObject value, SchemaSnapshot schema) {
        String expression = TEXT.matcher(value.require("expression")).replaceAll("''");
        return VOLATILE.matcher(expression).find()
                || (expression.contains("(")
                        && schema.dependencies(value.id()).stream().anyMatch(on -> isVolatile(on, schema)));
    }

    private static boolean isVolatile(ObjectId on, SchemaSnapshot schema) {
        return switch (on.kind()) {
            case FUNCTION ->
                schema.find(on)
                        .filter(function -> !SAID_TO_BE_STEADY
                                .matcher(function.require("definition"))
                                .find())
                        .isPresent();
            case EXTENSION, SEQUENCE -> true;
            default -> false;
        };
    }
}
