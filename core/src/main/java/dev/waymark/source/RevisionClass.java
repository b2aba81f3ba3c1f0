package dev.waymark.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The class of a revision that is still to be written: all of its source but what is in its methods, formatted as
 * palantir-java-format does.
 *
 * @param id its id
 * @param revises the ids of those that it descends from
 * @param message what it does, in a few words
 * @param transactional whether each of its directions runs in one transaction
 */
public record RevisionClass(String id, List<String> revises, String message, boolean transactional) {

    /** How long a line may be. */
    public static final int WIDTH = 120;

    /** What the lines of a class's member begin with. */
    public static final String INDENT = "    ";

    private static final String CONTINUED = INDENT + INDENT;

    /** Copies the list. */
    public RevisionClass {
        revises = List.copyOf(revises);
    }

    /** {@return the simple name of the class} */
    public String name() {
        return ClassName.of(id, message);
    }

    /**
     * {@return what comes before the class: package, imports, comment and annotation}
     *
     * @param packageName the package; empty for the unnamed one
     * @param imports the names of the imported classes, besides that of the annotation
     */
    public List<String> head(String packageName, List<String> imports) {
        List<String> lines = new ArrayList<>();
        if (!packageName.isEmpty()) {
            lines.add("package " + packageName + ";");
            lines.add("");
        }
        lines.add("import dev.waymark.Revision;");
        imports.forEach(name -> lines.add("import " + name + ";"));
        lines.add("");
        lines.addAll(Comments.javadoc(message.isBlank() ? "Revision " + id : message));
        lines.addAll(annotation());
        return lines;
    }

    /**
     * {@return the line that opens the class}
     *
     * @param migration the simple name of what it implements
     */
    public String opening(String migration) {
        String line = "public final class " + name() + " implements " + migration + " {";
        return line.length() <= WIDTH ? line : line.replace(" implements", "\n" + CONTINUED + "implements");
    }

    private List<String> annotation() {
        List<String> elements = elements();
        String line = "@Revision(" + String.join(", ", elements) + ")";
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        lines.add("@Revision(");
        elements.forEach(element -> lines.addAll(ofElement(element)));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).substring(0, lines.get(last).length() - 1) + ")");
        return lines;
    }

    private List<String> elements() {
        String parents = revises.stream().map(JavaText::literal).collect(Collectors.joining(", "));
        List<String> elements = new ArrayList<>();
        elements.add("id = " + JavaText.literal(id));
        if (!parents.isEmpty()) {
            elements.add("revises = " + (revises.size() == 1 ? parents : "{" + parents + "}"));
        }
        elements.add("message = " + JavaText.literal(message));
        if (!transactional) {
            elements.add("transactional = false");
        }
        return elements;
    }

    /** An element on a line of its own, with a comma behind it; broken in its turn if it is too long. */
    private List<String> ofElement(String element) {
        String line = CONTINUED + element + ",";
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        if (element.endsWith("}")) {
            return List.of(
                    CONTINUED + "revises = {",
                    revises.stream()
                            .map(parent -> CONTINUED + INDENT + JavaText.literal(parent))
                            .collect(Collectors.joining(",\n")),
                    CONTINUED + "},");
        }
        int value = element.indexOf('"');
        return List.of(
                CONTINUED + element.substring(0, value).strip(),
                CONTINUED + CONTINUED + element.substring(value) + ",");
    }
}
