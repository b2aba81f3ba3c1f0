package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a column an identity column. */
final class Identity {

    /** What the options of a sequence are without being said. */
    private static final Map<String, String> USUAL = Map.of(
            "start", "start with 1",
            "increment", "increment by 1",
            "minimum", "no minvalue",
            "maximum", "no maxvalue",
            "cache", "cache 1",
            "cycle", "no cycle");

    private Identity() {}

    /** {@code generated always as identity (start with 5)}. */
    static String clause(SchemaObject column) {
        List<String> options = new ArrayList<>();
        column.get("identity_sequence").ifPresent(name -> options.add("sequence name " + name));
        options.addAll(options(column).values());
        return "generated " + column.require("identity") + " as identity"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /**
     * The statements that make an identity column of a column, or change what it is as one.
     *
     * @param alter how each begins
     */
    static List<String> changes(String alter, SchemaObject from, SchemaObject to) {
        if (!from.has("identity")) {
            return List.of(alter + " add " + clause(to), continued(to));
        }
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("identity_sequence", to)) {
            statements.add("alter sequence " + sequence(from) + " rename to " + sequenceName(to));
        }
        List<String> set = new ArrayList<>();
        if (!from.sameIn("identity", to)) {
            set.add("set generated " + to.require("identity"));
        }
        Map<String, String> before = options(from);
        Map<String, String> after = options(to);
        USUAL.keySet().stream()
                .sorted()
                .filter(option ->
                        !Optional.ofNullable(before.get(option)).equals(Optional.ofNullable(after.get(option))))
                .forEach(option -> set.add("set " + after.getOrDefault(option, USUAL.getOrDefault(option, ""))));
        if (!set.isEmpty()) {
            statements.add(alter + " " + String.join(" ", set));
        }
        return statements;
    }

    /** Goes on counting after the values that the column has. */
    static String continued(SchemaObject column) {
        List<String> path = column.id().path();
        String name = Identifiers.quoted(column.id().name());
        String table = Identifiers.qualified(path.subList(0, 2));
        return "select pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%s, %s), max(%s)) from %s having max(%s) is not null"
                .formatted(
                        Identifiers.literal(table),
                        Identifiers.literal(column.id().name()),
                        name,
                        table,
                        name);
    }

    private static String sequence(SchemaObject column) {
        List<String> path = column.id().path();
        return column.get("identity_sequence")
                .orElseGet(() -> Identifiers.qualified(List.of(path.get(0), usualName(column))));
    }

    private static String sequenceName(SchemaObject column) {
        String sequence = sequence(column);
        return column.get("identity_sequence").isPresent()
                ? sequence.substring(
                        Identifiers.quoted(column.id().path().get(0)).length() + 1)
                : Identifiers.quoted(usualName(column));
    }

    private static String usualName(SchemaObject column) {
        return column.id().path().get(1) + "_" + column.id().path().get(2) + "_seq";
    }

    /** The options in SQL, by their names. */
    private static Map<String, String> options(SchemaObject column) {
        String text = column.get("identity_options").orElse("");
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" "));
        for (int at = 0; at < words.size(); at += 2) {
            String name = words.get(at);
            String value = at + 1 < words.size() ? words.get(at + 1) : "";
            options.put(name, sql(name, value));
        }
        return options;
    }

    private static String sql(String name, String value) {
        return switch (name) {
            case "start" -> "start with " + value;
            case "increment" -> "increment by " + value;
            case "minimum" -> "minvalue " + value;
            case "maximum" -> "maxvalue " + value;
            case "cache" -> "cache " + value;
            default -> name;
        };
    }
}
