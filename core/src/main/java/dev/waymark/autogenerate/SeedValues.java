package dev.waymark.autogenerate;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simple values for columns.
 *
 * @param schema the schema, for its types
 * @param row the number of the row, from 1: values of different rows are different where the type has more than one
 */
record SeedValues(SchemaSnapshot schema, int row) {

    private static final Pattern LITERAL =
            Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.\"])(\\d+(?:\\.\\d+)?)(?![\\w.\"])");

    private static final Pattern LENGTH = Pattern.compile(".*\\((\\d+)(?:,(-?\\d+))?\\).*");

    /** The constants in an expression. */
    static List<String> literals(String expression) {
        return LITERAL.matcher(expression)
                .results()
                .map(found ->
                        found.group(1) == null ? found.group(2) : found.group(1).replace("''", "'"))
                .toList();
    }

    /** One of several texts, as a value of a type. */
    String chosen(List<String> texts, String type) {
        return literal(texts.get((row - 1) % texts.size()), type);
    }

    /** A value of a type; null where none is known. */
    String of(String type) {
        return text(type).map(text -> literal(text, type)).orElse("null");
    }

    private static String literal(String text, String type) {
        return Identifiers.literal(text) + "::" + type;
    }

    private Optional<String> text(String type) {
        if (type.endsWith("[]")) {
            return Optional.of("{}");
        }
        return builtIn(type.replaceAll("\\([^)]*\\)", ""), type).or(() -> ofUser(type));
    }

    private Optional<String> builtIn(String base, String type) {
        return Optional.ofNullable(
                switch (base) {
                    case "smallint", "integer", "bigint", "real", "double precision", "money", "oid", "interval" ->
                        String.valueOf(row);
                    case "numeric" -> number(type);
                    case "text", "character varying", "character", "name", "public.citext" -> letters(type);
                    case "boolean" -> "true";
                    case "date", "timestamp without time zone", "timestamp with time zone" -> "2020-01-0" + row;
                    case "time without time zone", "time with time zone" -> "00:0" + row;
                    case "uuid" -> "00000000-0000-0000-0000-00000000000" + row;
                    case "json", "jsonb" -> "{}";
                    case "bytea" -> "\\x0" + row;
                    case "inet", "cidr" -> "10.0.0." + row;
                    case "macaddr" -> "00:00:00:00:00:0" + row;
                    case "xml" -> "<a/>";
                    case "bit varying" -> "1";
                    case "bit" -> "1".repeat(length(type, 1));
                    case "tsvector", "tsquery" -> "a" + row;
                    case "point" -> "(0," + row + ")";
                    case "int4range", "int8range", "numrange" -> "[%d,%d)".formatted(row, row + 1);
                    case "daterange", "tsrange", "tstzrange" -> "[2020-01-0%d,2020-01-0%d)".formatted(row, row + 1);
                    default -> null;
                });
    }

    /** A domain has the values of the type below it. */
    private Optional<String> ofUser(String type) {
        Optional<String> value = named(type, ObjectKind.ENUM)
                .map(one -> one.list("values"))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get((row - 1) % values.size()));
        return value.or(() -> named(type, ObjectKind.DOMAIN).flatMap(one -> text(one.require("type"))));
    }

    private Optional<SchemaObject> named(String type, ObjectKind kind) {
        return schema.objects(kind).stream()
                .filter(one -> Identifiers.qualified(one.id().path()).equals(type))
                .findFirst();
    }

    private String letters(String type) {
        String letters = "a" + row;
        int most = type.startsWith("character") && !type.contains("(") && !type.contains("varying")
                ? 1
                : length(type, letters.length());
        return letters.substring(Math.max(0, letters.length() - most));
    }

    /** One that is below one if there is no place before the point. */
    private String number(String type) {
        Matcher modifiers = LENGTH.matcher(type);
        boolean fraction = modifiers.matches()
                && modifiers.group(2) != null
                && Integer.parseInt(modifiers.group(1)) <= Integer.parseInt(modifiers.group(2));
        return fraction ? "0" : String.valueOf(row);
    }

    private static int length(String type, int otherwise) {
        Matcher modifiers = LENGTH.matcher(type);
        return modifiers.matches() ? Integer.parseInt(modifiers.group(1)) : otherwise;
    }
}
