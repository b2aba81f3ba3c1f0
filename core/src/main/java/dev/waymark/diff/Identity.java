package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What makes a column an identity column. */
final class Identity {

    private static final List<String> OPTIONS = List.of("increment", "minimum", "maximum", "start", "cache", "cycle");

    private Identity() {}

    /** {@code generated always as identity (start with 5)}. */
    static String clause(SchemaObject column) {
        List<String> options = new ArrayList<>();
        column.get("identity_sequence").ifPresent(name -> options.add("sequence name " + name));
        said(column).forEach((name, value) -> options.add(sql(name, value)));
        return "generated " + column.require("identity") + " as identity"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /**
     * The statements that make an identity column of a column, or change what it is as one.
     *
     * @param alter how each begins
     */
    static List<String> changes(String alter, SchemaObject from, SchemaObject to) {
        if (!to.has("identity")) {
            return List.of();
        }
        if (!from.has("identity")) {
            return List.of(alter + " add " + clause(to));
        }
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("identity_sequence", to)) {
            statements.add(renamed(from, name -> sequenceName(to)));
        }
        List<String> set = new ArrayList<>();
        if (!from.sameIn("identity", to)) {
            set.add(" set generated " + to.require("identity"));
        }
        Map<String, String> before = said(from);
        Map<String, String> after = said(to);
        OPTIONS.stream()
                .filter(option -> !value(option, before).equals(value(option, after)))
                .forEach(option -> set.add(" set " + sql(option, value(option, after))));
        if (SequenceBounds.apart(
                value("minimum", before), value("maximum", before), value("minimum", after), value("maximum", after))) {
            set.add(" restart");
        }
        if (!set.isEmpty()) {
            statements.addAll(SequenceBounds.lifted(
                    sequence(to), value("minimum", before), value("minimum", after), value("maximum", before)));
            statements.add(alter + String.join("", set));
        }
        return statements;
    }

    /** The statements that follow the creation of an identity column. */
    static List<String> afterwards(SchemaObject column) {
        return column.get("identity_persistence").map(logged -> persistence(column, logged)).stream()
                .toList();
    }

    /**
     * The statement for a sequence that is no longer logged as it was; it is as its table is, unless it says otherwise.
     */
    static List<String> persistence(SchemaObject from, SchemaObject to, SchemaSnapshot schema) {
        if (!to.has("identity") || from.sameIn("identity_persistence", to)) {
            return List.of();
        }
        boolean unlogged = schema.find(
                        new ObjectId(ObjectKind.TABLE, to.id().path().subList(0, 2)))
                .filter(table -> table.has("persistence"))
                .isPresent();
        return List.of(persistence(to, to.get("identity_persistence").orElse(unlogged ? "unlogged" : "logged")));
    }

    private static String persistence(SchemaObject column, String logged) {
        return "alter sequence " + sequence(column) + " set " + logged;
    }

    /** Gives the sequence of an identity column another name. */
    static String renamed(SchemaObject column, UnaryOperator<String> name) {
        return "alter sequence " + sequence(column) + " rename to "
                + Identifiers.quoted(name.apply(sequenceName(column)));
    }

    /** Goes on where the sequence of the retired table was, if that counted alike; else after the values. */
    static String continued(SchemaObject before, SchemaObject after) {
        boolean alike =
                before.has("identity") && before.sameIn("identity_options", after) && before.sameIn("type", after);
        if (!alike) {
            return continued(after);
        }
        List<String> path = new ArrayList<>(TypeNames.path(sequence(before)));
        path.set(path.size() - 1, Retirement.name(path.get(path.size() - 1)));
        return "select pg_catalog.setval(%s, last_value, is_called) from %s"
                .formatted(Identifiers.literal(sequence(after)), Identifiers.qualified(path));
    }

    /** Goes on counting after the values that the column has, as far as they are those that it would count. */
    static String continued(SchemaObject column) {
        List<String> path = column.id().path();
        String name = Identifiers.quoted(column.id().name());
        String table = Identifiers.qualified(path.subList(0, 2));
        Map<String, String> said = said(column);
        boolean descending = said.getOrDefault("increment", "1").startsWith("-");
        String last = (descending ? "min(" : "max(") + name + ")";
        String counted = descending
                ? last + " <= " + said.getOrDefault("maximum", "-1")
                : last + " >= " + said.getOrDefault("minimum", "1");
        return "select pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%s, %s), %s) from %s having %s"
                .formatted(
                        Identifiers.literal(table),
                        Identifiers.literal(column.id().name()),
                        last,
                        table,
                        counted);
    }

    /** The sequence of an identity column, quoted. */
    static String sequence(SchemaObject column) {
        List<String> path = column.id().path();
        return column.get("identity_sequence")
                .orElseGet(() -> Identifiers.qualified(List.of(path.get(0), usualName(column))));
    }

    private static String sequenceName(SchemaObject column) {
        return column.get("identity_sequence")
                .map(TypeNames::path)
                .map(path -> path.get(path.size() - 1))
                .orElseGet(() -> usualName(column));
    }

    private static String usualName(SchemaObject column) {
        return column.id().path().get(1) + "_" + column.id().path().get(2) + "_seq";
    }

    /** The options that are not the usual ones. */
    private static Map<String, String> said(SchemaObject column) {
        String text = column.get("identity_options").orElse("");
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" "));
        for (int at = 0; at < words.size(); at += 2) {
            options.put(words.get(at), at + 1 < words.size() ? words.get(at + 1) : "yes");
        }
        return options;
    }

    /** The value that an option has, whether it is said or not; of a bound that is the type's own nothing. */
    private static String value(String option, Map<String, String> said) {
        boolean descending = said.getOrDefault("increment", "1").startsWith("-");
        return switch (option) {
            case "increment", "cache" -> said.getOrDefault(option, "1");
            case "start" ->
                Optional.ofNullable(said.get(option))
                        .orElseGet(
                                () -> said.getOrDefault(descending ? "maximum" : "minimum", descending ? "-1" : "1"));
            default -> said.getOrDefault(option, "");
        };
    }

    private static String sql(String option, String value) {
        return switch (option) {
            case "start" -> "start with " + value;
            case "increment" -> "increment by " + value;
            case "minimum" -> value.isEmpty() ? "no minvalue" : "minvalue " + value;
            case "maximum" -> value.isEmpty() ? "no maxvalue" : "maxvalue " + value;
            case "cache" -> "cache " + value;
            default -> value.isEmpty() ? "no cycle" : "cycle";
        };
    }
}
