package dev.waymark.autogenerate;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of expressions as PostgreSQL prints them when it has read what it printed before. That is the same text,
 * but for one form: what it makes of {@code IN} with values of type varchar. A schema that was restored from a dump, or
 * whose checks were copied from a catalog, has the second form; one that was written by hand the first.
 */
final class CanonicalText {

    private static final Pattern CAST_ARRAY =
            Pattern.compile("\\(ARRAY\\[((?:'(?:[^']|'')*'::[a-z ]+?(?:\\(\\d+\\))?(?:, )?)+)\\]\\)::([a-z ]+)\\[\\]");
    private static final Pattern ELEMENT = Pattern.compile("'(?:[^']|'')*'::[a-z ]+?(?:\\(\\d+\\))?(?=, |$)");

    private CanonicalText() {}

    /** Whether two objects of the same id say the same. */
    static boolean same(SchemaObject one, SchemaObject other) {
        return one.same(other)
                || (attributes(one).equals(attributes(other)) && lists(one).equals(lists(other)));
    }

    private static SortedMap<String, String> attributes(SchemaObject object) {
        SortedMap<String, String> attributes = new TreeMap<>(object.attributes());
        attributes.replaceAll((name, value) -> of(value));
        return attributes;
    }

    private static SortedMap<String, List<String>> lists(SchemaObject object) {
        SortedMap<String, List<String>> lists = new TreeMap<>(object.lists());
        lists.replaceAll(
                (name, values) -> values.stream().map(CanonicalText::of).toList());
        return lists;
    }

    /** The text in its second form. */
    static String of(String text) {
        return text.contains("(ARRAY[")
                ? CAST_ARRAY
                        .matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(castElements(match.group(1), match.group(2))))
                : text;
    }

    private static String castElements(String elements, String type) {
        return ELEMENT.matcher(elements)
                .results()
                .map(element -> "(" + element.group() + ")::" + type)
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }
}
