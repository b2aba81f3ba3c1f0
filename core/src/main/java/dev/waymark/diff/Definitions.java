package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that PostgreSQL gives of expressions, so that they mean the same when they are read again. */
final class Definitions {

    /**
     * An array whose elements have one type and which is cast to another: what {@code IN} makes of a varchar column.
     * Read again, the cast would go to the elements, and the text would be another one.
     */
    private static final Pattern CAST_ARRAY = Pattern.compile(
            "\\(ARRAY\\[((?:'(?:[^']|'')*'::(?<type>[a-z ]+?)(?:\\(\\d+\\))?(?:, )?)+)\\]\\)::(?<target>[a-z ]+)\\[\\]");

    private Definitions() {}

    static String stable(SchemaObject object) {
        return stable(object.require("definition"));
    }

    /** A text that PostgreSQL reads as what it printed. */
    static String stable(String text) {
        if (!text.contains("ARRAY[")) {
            return text;
        }
        Matcher matcher = CAST_ARRAY.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                "((ARRAY[" + match.group(1) + "])::" + match.group(2) + "[])::" + match.group(3) + "[]"));
    }
}
