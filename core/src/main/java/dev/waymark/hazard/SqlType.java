package dev.waymark.hazard;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as the catalog prints it, taken apart; a domain is the type below it.
 *
 * @param base its name without modifiers, as in {@code timestamp with time zone}, and with {@code []} if it is an array
 * @param modifiers the numbers in parentheses
 * @param checked whether it is a domain that refuses some values
 */
record SqlType(String base, List<Integer> modifiers, boolean checked) {

    private static final Pattern MODIFIERS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");

    SqlType {
        modifiers = List.copyOf(modifiers);
    }

    /** The type of a column. */
    static SqlType of(SchemaObject column, SchemaSnapshot schema) {
        String type = column.require("type");
        Optional<SchemaObject> domain = schema.dependencies(column.id()).stream()
                .filter(on -> on.kind() == ObjectKind.DOMAIN && isNamed(on, type))
                .findFirst()
                .flatMap(schema::find);
        return domain.map(one -> ofDomain(one, schema)).orElseGet(() -> of(type));
    }

    private static SqlType ofDomain(SchemaObject domain, SchemaSnapshot schema) {
        SqlType below = of(domain, schema);
        boolean checks = domain.has("not_null")
                || !schema.objects(ObjectKind.DOMAIN_CHECK, domain.id().path()).isEmpty();
        return new SqlType(below.base, below.modifiers, below.checked || checks);
    }

    /** PostgreSQL quotes some words that need no quotes there. */
    private static boolean isNamed(ObjectId id, String type) {
        return Identifiers.qualified(id.path()).replace("\"", "").equals(type.replace("\"", ""));
    }

    static SqlType of(String text) {
        Matcher matcher = MODIFIERS.matcher(text);
        if (text.startsWith("\"") || !matcher.find()) {
            return new SqlType(text, List.of(), false);
        }
        List<Integer> modifiers = Stream.of(matcher.group(1), matcher.group(2))
                .flatMap(Stream::ofNullable)
                .map(Integer::valueOf)
                .toList();
        return new SqlType(matcher.replaceFirst(""), modifiers, false);
    }

    /** The first modifier, or a number that stands for none. */
    int modifier(int usual) {
        return modifiers.isEmpty() ? usual : modifiers.get(0);
    }

    /** The second modifier; PostgreSQL always prints it. */
    int scale() {
        return modifiers.size() > 1 ? modifiers.get(1) : 0;
    }

    boolean isPlain() {
        return modifiers.isEmpty();
    }

    /** The type for people. */
    String inWords() {
        String numbers = modifiers.isEmpty()
                ? ""
                : modifiers.toString().replace("[", "(").replace("]", ")");
        int at = base.indexOf(' ');
        boolean within = at > 0 && base.startsWith("time");
        return within ? base.substring(0, at) + numbers + base.substring(at) : base + numbers;
    }
}
