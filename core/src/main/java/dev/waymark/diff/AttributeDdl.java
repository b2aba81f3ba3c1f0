package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;

/**
 * The attributes of composite types. They are objects of the same kind as columns; tables of the type follow.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class AttributeDdl {

    private AttributeDdl() {}

    static List<String> create(SchemaObject attribute, Surroundings schema) {
        return List.of(
                type(attribute) + " add attribute " + CompositeDdl.attribute(attribute) + toTables(attribute, schema));
    }

    static List<String> drop(SchemaObject attribute, Surroundings schema) {
        return List.of(type(attribute) + " drop attribute "
                + Identifiers.quoted(attribute.id().name()) + toTables(attribute, schema));
    }

    static List<String> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return from.sameIn("type", to) && from.sameIn("collation", to) ? List.of() : List.of(retype(to, schema));
    }

    static String retype(SchemaObject to, Surroundings schema) {
        return type(to) + " alter attribute " + Identifiers.quoted(to.id().name()) + " type " + to.require("type")
                + to.get("collation").map(name -> " collate " + name).orElse("")
                + toTables(to, schema);
    }

    private static String type(SchemaObject attribute) {
        return "alter type " + Identifiers.qualified(attribute.id().path().subList(0, 2));
    }

    /** With a table of the type there is no other way; nothing else is touched by the word. */
    private static String toTables(SchemaObject attribute, Surroundings schema) {
        List<String> type = attribute.id().path().subList(0, 2);
        return hasTables(schema.from(), type) || hasTables(schema.to(), type) ? " cascade" : "";
    }

    private static boolean hasTables(SchemaSnapshot schema, List<String> type) {
        return schema.objects(ObjectKind.TABLE).stream().anyMatch(one -> one.get("of_type")
                .map(TypeNames::path)
                .filter(type::equals)
                .isPresent());
    }
}
