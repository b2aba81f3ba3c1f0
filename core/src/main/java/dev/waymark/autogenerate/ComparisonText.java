package dev.waymark.autogenerate;

import dev.waymark.diff.Change;
import dev.waymark.diff.ChangeKind;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A comparison for people. */
final class ComparisonText {

    /** A text that is longer than this, or has several lines, is not shown. */
    private static final int LONGEST = 160;

    /** What says most of an object that is alone on its line, the first that it has. */
    private static final List<String> TELLING = List.of("type", "expression", "definition", "bound", "command");

    private ComparisonText() {}

    static String of(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(comparison));
        comparison.diff().changes().forEach(change -> lines.add(line(change)));
        comparison.candidates().forEach(candidate -> lines.add("? " + candidate.question()));
        comparison.unmodelled().forEach(name -> lines.add("! " + name + " was not compared"));
        return String.join("\n", lines);
    }

    private static String headline(Comparison comparison) {
        int count = comparison.diff().changes().size();
        return switch (count) {
            case 0 -> "No difference between %s and %s.".formatted(comparison.from(), comparison.to());
            case 1 -> "1 difference from %s to %s:".formatted(comparison.from(), comparison.to());
            default -> "%d differences from %s to %s:".formatted(count, comparison.from(), comparison.to());
        };
    }

    /** The changes alone, an object a line. */
    static String lines(SchemaDiff diff) {
        return diff.changes().stream().map(ComparisonText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Change change) {
        return switch (change.kind()) {
            case CREATE -> "+ " + alone(change.to().orElseThrow());
            case DROP -> "- " + alone(change.from().orElseThrow());
            case ALTER, REPLACE, RENAME -> {
                String how = change.kind() == ChangeKind.REPLACE ? " (made anew)" : "";
                yield "~ " + changed(change.from().orElseThrow(), change.to().orElseThrow()) + how;
            }
        };
    }

    private static String alone(SchemaObject object) {
        String told = TELLING.stream()
                .filter(object::has)
                .findFirst()
                .map(object::require)
                .orElseGet(() -> list("values", object));
        return object.id() + (isShown(told) ? " " + told : "");
    }

    private static String changed(SchemaObject from, SchemaObject to) {
        Set<String> attributes = new TreeSet<>(from.attributes().keySet());
        attributes.addAll(to.attributes().keySet());
        attributes.addAll(from.lists().keySet());
        attributes.addAll(to.lists().keySet());
        return from.id()
                + attributes.stream()
                        .filter(name -> !name.equals("inherited") && !from.sameIn(name, to))
                        .map(name -> " " + name + changed(value(name, from), value(name, to)))
                        .collect(Collectors.joining(","));
    }

    private static String changed(String from, String to) {
        return isShownOrEmpty(from) && isShownOrEmpty(to)
                ? " " + (from.isEmpty() ? "none" : from) + " -> " + (to.isEmpty() ? "none" : to)
                : " differs";
    }

    private static String value(String attribute, SchemaObject object) {
        return Objects.requireNonNullElseGet(object.attributes().get(attribute), () -> list(attribute, object));
    }

    private static String list(String attribute, SchemaObject object) {
        List<String> values = object.list(attribute);
        return values.isEmpty() ? "" : "(" + String.join(", ", values) + ")";
    }

    private static boolean isShownOrEmpty(String text) {
        return text.isEmpty() || isShown(text);
    }

    private static boolean isShown(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.indexOf('\n') < 0;
    }
}
