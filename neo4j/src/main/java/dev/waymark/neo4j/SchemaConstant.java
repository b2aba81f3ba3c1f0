package dev.waymark.neo4j;

import static dev.waymark.source.RevisionClass.INDENT;
import static dev.waymark.source.RevisionClass.WIDTH;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a constant that holds constraints and indexes, broken as palantir-java-format breaks them: it keeps
 * calls that follow each other in one line as long as the last dot is not behind the eightieth character.
 */
final class SchemaConstant {

    private static final int LAST_DOT = 80;
    private static final String CALL = "GraphSchema.of(";
    private static final String END = ");";
    private static final String INNER = INDENT.repeat(3);

    private final String start;
    private final List<List<String>> calls;

    private SchemaConstant(String name, List<SchemaElement> elements) {
        this.start = INDENT + "private static final GraphSchema " + name + " =";
        this.calls = elements.stream().map(ElementSource::calls).toList();
    }

    static List<String> lines(String name, List<SchemaElement> elements) {
        SchemaConstant constant = new SchemaConstant(name, elements);
        return elements.size() == 1 ? constant.ofOne(constant.calls.get(0)) : constant.ofSeveral();
    }

    private List<String> ofOne(List<String> element) {
        if (fits(start + " " + CALL, element, END)) {
            return List.of(start + " " + CALL + String.join("", element) + END);
        }
        if (fits(INNER + CALL, element, END)) {
            return List.of(start, INNER + CALL + String.join("", element) + END);
        }
        if (fits(INNER, element, END)) {
            return List.of(start + " " + CALL, INNER + String.join("", element) + END);
        }
        String first = start + " " + CALL + element.get(0);
        return first.length() <= WIDTH
                ? broken(first, element, INNER, END)
                : with(start, broken(INNER + CALL + element.get(0), element, INNER + INDENT.repeat(2), END));
    }

    private List<String> ofSeveral() {
        List<String> all = new ArrayList<>();
        calls.forEach(element -> all.add(String.join("", element)));
        String together = INNER + String.join(", ", all) + END;
        boolean areSingleCalls = calls.stream().allMatch(element -> element.size() == 1);
        if (areSingleCalls && together.length() <= WIDTH) {
            return List.of(start + " " + CALL, together);
        }
        List<String> lines = new ArrayList<>();
        lines.add(start + " " + CALL);
        for (int at = 0; at < calls.size(); at++) {
            lines.addAll(argument(calls.get(at), at == calls.size() - 1 ? END : ","));
        }
        return lines;
    }

    private static List<String> argument(List<String> element, String end) {
        return fits(INNER, element, end)
                ? List.of(INNER + String.join("", element) + end)
                : broken(INNER + element.get(0), element, INNER + INDENT.repeat(2), end);
    }

    private static List<String> broken(String first, List<String> element, String indent, String end) {
        List<String> lines = new ArrayList<>();
        lines.add(first);
        element.subList(1, element.size()).forEach(call -> lines.add(indent + call));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + end);
        return lines;
    }

    private static List<String> with(String first, List<String> others) {
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(others);
        return lines;
    }

    /** Whether calls fit in one line behind what stands before them. */
    private static boolean fits(String before, List<String> element, String end) {
        int length = before.length() + String.join("", element).length();
        int lastDot = length - element.get(element.size() - 1).length();
        return length + end.length() <= WIDTH && (element.size() == 1 || lastDot <= LAST_DOT);
    }
}
