package dev.waymark.autogenerate;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What a model of jOOQ can say of a column. */
final class JooqColumn {

    private static final List<String> IDENTITY = List.of("identity", "identity_sequence", "identity_options");

    /** To jOOQ's generator six digits of a second, the most there are, are the same as none said. */
    private static final Pattern ALL_DIGITS = Pattern.compile("(?<=\\btime|\\btimestamp)\\(6\\)");

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

    private static boolean isSerial(ObjectId column, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.DEFAULT, column.path()))
                .filter(value -> value.require("expression").startsWith("nextval("))
                .isPresent();
    }

    /**
     * Whether a type is what the model calls it: jOOQ may know a domain by the type below it, an oid as a number, and
     * knows no modifiers of types that others have made.
     */
    private static boolean sameType(String is, String model, SchemaSnapshot schema) {
        return is.equals(model)
                || ALL_DIGITS.matcher(is).replaceAll("").equals(model)
                || (is.equals("oid") && model.equals("bigint"))
                || (model.contains(".") && is.startsWith(model + "("))
                || isDomainOver(is, model, schema);
    }

    private static boolean isDomainOver(String is, String model, SchemaSnapshot schema) {
        return schema.objects(ObjectKind.DOMAIN).stream()
                .anyMatch(one -> Identifiers.qualified(one.id().path()).equals(is)
                        && one.require("type").equals(model));
    }
}
