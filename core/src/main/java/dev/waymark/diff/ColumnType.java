package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the values of a column get another type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
final class ColumnType {

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("text", "character varying", "character", "name", "\"char\""),
            Set.of("json", "jsonb"),
            Set.of("bit", "bit varying"),
            Set.of("inet", "cidr"));

    private static final Set<String> DATES = Set.of("date", "timestamp without time zone", "timestamp with time zone");

    /** Casts that are there, and are not made without being asked for. */
    private static final Map<String, Set<String>> EXPLICIT = Map.of(
            "integer", Set.of("boolean", "bit", "oid", "money"),
            "bigint", Set.of("bit", "oid", "money"),
            "boolean", Set.of("integer"),
            "jsonb", Set.of("boolean", "numeric", "smallint", "integer", "bigint", "real", "double precision"),
            "numeric", Set.of("money"),
            "money", Set.of("numeric"),
            "xml", Set.of("text", "character varying"));

    private static final Set<String> PLAIN_STORAGE = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double precision",
            "date",
            "uuid",
            "oid",
            "name",
            "money",
            "interval",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "\"char\"",
            "point",
            "line",
            "lseg",
            "box",
            "circle",
            "macaddr",
            "macaddr8",
            "pg_lsn");

    private ColumnType() {}

    /** Whether a column can become another one without losing what it holds. */
    static boolean keepsValues(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean becomesGenerated =
                to.has("generated") && (!from.sameIn("generated", to) || !from.sameIn("generation", to));
        boolean wasVirtual = from.get("generation").filter("virtual"::equals).isPresent() && !to.has("generated");
        return !becomesGenerated && !wasVirtual && !(to.has("generated") && needsCast(from, to, schema));
    }

    /** {@code type numeric(6,2) using c::numeric}, with a blank before it. */
    static String change(SchemaObject from, SchemaObject to, Surroundings schema) {
        return " type " + typeAndCollation(to) + using(from, to, schema);
    }

    /** The same for a type that is another one under its old name. */
    static String recast(SchemaObject to) {
        return " type " + typeAndCollation(to) + " using " + throughText(to);
    }

    /** The values of a column as those of its type, whatever type of that name they are of. */
    static String throughText(SchemaObject column) {
        return Identifiers.quoted(column.id().name()) + "::text::" + column.require("type");
    }

    /** A column as it is after its type was changed: how it was stored is forgotten. */
    static SchemaObject retyped(SchemaObject column) {
        SortedMap<String, String> attributes = new TreeMap<>(column.attributes());
        attributes.keySet().removeAll(Set.of("storage", "compression"));
        return new SchemaObject(column.id(), column.position(), attributes, column.lists());
    }

    private static String typeAndCollation(SchemaObject column) {
        return column.require("type")
                + column.get("collation").map(name -> " collate " + name).orElse("");
    }

    private static String using(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean rows = !schema.to()
                .objects()
                .containsKey(
                        new ObjectId(ObjectKind.FOREIGN_TABLE, to.id().path().subList(0, 2)));
        return rows && needsCast(from, to, schema)
                ? " using " + Identifiers.quoted(to.id().name()) + cast(from, to, schema)
                : "";
    }

    /** Whether PostgreSQL has to be told how; a generated column can't be, and is made again. */
    static boolean needsCast(SchemaObject from, SchemaObject to, Surroundings schema) {
        String before = base(from.require("type"), schema.from());
        String after = base(to.require("type"), schema.to());
        return !before.equals(after) && !assigned(before, after);
    }

    /** {@code ::integer}, or by way of text where there is no such cast. */
    static String cast(SchemaObject from, SchemaObject to, Surroundings schema) {
        String before = base(from.require("type"), schema.from());
        String after = base(to.require("type"), schema.to());
        boolean direct = before.equals(after)
                || assigned(before, after)
                || EXPLICIT.getOrDefault(before, Set.of()).contains(after)
                || isText(before);
        return (direct ? "::" : "::text::") + to.require("type");
    }

    /** Whether PostgreSQL casts the values by itself. */
    private static boolean assigned(String before, String after) {
        boolean related = FAMILIES.stream().anyMatch(family -> family.contains(before) && family.contains(after));
        boolean dates = DATES.contains(before) && DATES.contains(after);
        return related || dates || isText(after);
    }

    static boolean isText(String base) {
        return FAMILIES.get(1).contains(base);
    }

    /** A type without its modifier, and of a domain the type below it. */
    static String base(String type, SchemaSnapshot schema) {
        String plain = type.replaceAll("\\([^)]*\\)", "").strip();
        Optional<SchemaObject> domain = schema.find(new ObjectId(ObjectKind.DOMAIN, TypeNames.path(plain)));
        return domain.map(one -> base(one.require("type"), schema)).orElse(plain);
    }

    /** Whether two columns can refer to each other. */
    static boolean comparable(SchemaObject one, SchemaObject other) {
        List<Set<String>> families = List.of(Set.of("smallint", "integer", "bigint"), FAMILIES.get(1));
        return families.stream().anyMatch(family -> family.contains(plain(one)) && family.contains(plain(other)));
    }

    private static String plain(SchemaObject column) {
        return column.require("type").replaceAll("\\([^)]*\\)", "").strip();
    }

    /** How the type of a column is stored unless it is said otherwise. */
    static String usualStorage(SchemaObject column, SchemaSnapshot schema) {
        String type = base(column.require("type"), schema);
        boolean isEnum =
                schema.find(new ObjectId(ObjectKind.ENUM, TypeNames.path(type))).isPresent();
        if (isEnum || PLAIN_STORAGE.contains(type)) {
            return "plain";
        }
        return Set.of("numeric", "inet", "cidr").contains(type) ? "main" : "extended";
    }
}
