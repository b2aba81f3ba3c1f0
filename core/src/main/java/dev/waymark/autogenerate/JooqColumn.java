package dev.waymark.autogenerate;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model of jOOQ can say of a column. */
final class JooqColumn {

    private static final List<String> IDENTITY = List.of("identity", "identity_sequence", "identity_options");

    /** To jOOQ's generator six digits of a second, the most there are, are the same as none said. */
    private static final Pattern ALL_DIGITS = Pattern.compile("(?<=\\btime|\\btimestamp)\\(6\\)");

    private static final Pattern BITS = Pattern.compile("^bit\\b");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("numeric\\((\\d+),0\\)");

    private JooqColumn() {}

    static void merge(
            SortedMap<String, String> attributes, SchemaObject is, SchemaObject model, SchemaSnapshot schema) {
        if (!sameType(is.require("type"), model.require("type"), schema)) {
            attributes.put("type", model.require("type"));
            attributes.keySet().removeAll(List.of("collation", "storage"));
        }
        model.get("collation").ifPresent(collation -> attributes.put("collation", collation));
        boolean counts = is.has("identity") || isSerial(is.id(), schema);
        if (model.has("identity") && !counts) {
            IDENTITY.forEach(name -> model.get(name).ifPresent(value -> attributes.put(name, value)));
        } else if (!model.has("identity")) {
            attributes.keySet().removeAll(IDENTITY);
        }
    }

    /** Whether a column, or that of a part, takes its values from a sequence; to jOOQ it is an identity column then. */
    static boolean isSerial(ObjectId part, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.DEFAULT, part.path()))
                .filter(value -> value.require("expression").startsWith("nextval("))
                .isPresent();
    }

    /**
     * Whether a type is what the model calls it: jOOQ may know a domain by the type below it, and knows no modifiers of
     * types that others have made.
     */
    private static boolean sameType(String is, String model, SchemaSnapshot schema) {
        return is.equals(model)
                || generated(is).equals(model)
                || (model.contains(".") && is.startsWith(model + "("))
                || domain(is, schema)
                        .filter(domain -> domain.require("type").equals(model))
                        .isPresent();
    }

    /** What jOOQ's generator makes of a type, where that is another one. */
    private static String generated(String type) {
        if (type.endsWith("[]")) {
            return generated(type.substring(0, type.length() - 2)) + "[]";
        }
        Matcher whole = WHOLE_NUMBER.matcher(type);
        if (whole.matches()) {
            return number(Integer.parseInt(whole.group(1)), type);
        }
        return switch (type) {
            case "oid" -> "bigint";
            case "name" -> "character varying";
            case "\"char\"" -> "character(1)";
            default ->
                ALL_DIGITS.matcher(BITS.matcher(type).replaceFirst("character")).replaceAll("");
        };
    }

    private static String number(int digits, String type) {
        if (digits < 5) {
            return "smallint";
        }
        if (digits < 10) {
            return "integer";
        }
        return digits < 19 ? "bigint" : type;
    }

    /** The domain that a column names as its type. */
    static Optional<SchemaObject> domain(String type, SchemaSnapshot schema) {
        return schema.objects(ObjectKind.DOMAIN).stream()
                .filter(one -> Identifiers.qualified(one.id().path()).equals(type))
                .findFirst();
    }
}
