package dev.waymark.neo4j;

import static dev.waymark.source.RevisionClass.INDENT;

import dev.waymark.source.RevisionClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the Java source of a revision that leads from one schema to another, and back. It is formatted as
 * palantir-java-format does, unless a single name is longer than half a line.
 */
final class GraphSchemaSource {

    private static final String DROPPED = "DROPPED";
    private static final String CREATED = "CREATED";

    private final List<SchemaElement> dropped;
    private final List<SchemaElement> created;
    private final List<String> lines = new ArrayList<>();

    private GraphSchemaSource(GraphSchemaDiff diff) {
        this.dropped = diff.dropped();
        this.created = diff.created();
    }

    /**
     * {@return the source of a class that implements {@link CypherMigration}, with line feeds at the ends of lines}
     *
     * @param frame what the revision is; its name is the name of the class
     * @param packageName the package of its class; empty for the unnamed one
     * @param diff what it does
     * @throws IllegalArgumentException if the difference is empty
     */
    static String write(RevisionClass frame, String packageName, GraphSchemaDiff diff) {
        if (diff.isEmpty()) {
            throw new IllegalArgumentException("Revision '" + frame.id() + "' would do nothing");
        }
        GraphSchemaSource source = new GraphSchemaSource(diff);
        source.lines.addAll(frame.head(packageName, source.imports()));
        source.lines.add(frame.opening("CypherMigration"));
        source.constant(DROPPED, source.dropped);
        source.constant(CREATED, source.created);
        source.method("up", DROPPED, source.dropped, CREATED, source.created);
        source.method("down", CREATED, source.created, DROPPED, source.dropped);
        source.lines.add("}");
        return source.lines.stream().map(line -> line + '\n').collect(Collectors.joining());
    }

    private List<String> imports() {
        Set<String> imports = new TreeSet<>(Set.of(
                "dev.waymark.neo4j.CypherContext",
                "dev.waymark.neo4j.CypherMigration",
                "dev.waymark.neo4j.GraphSchema"));
        for (SchemaElement element : all()) {
            ElementSource.imports(element).forEach(imports::add);
        }
        return List.copyOf(imports);
    }

    private List<SchemaElement> all() {
        List<SchemaElement> all = new ArrayList<>(dropped);
        all.addAll(created);
        return all;
    }

    private void constant(String name, List<SchemaElement> elements) {
        if (!elements.isEmpty()) {
            lines.add("");
            lines.addAll(SchemaConstant.lines(name, elements));
        }
    }

    private void method(String name, String first, List<SchemaElement> gone, String second, List<SchemaElement> made) {
        lines.add("");
        lines.add(INDENT + "@Override");
        lines.add(INDENT + "public void " + name + "(CypherContext cypher) {");
        if (!gone.isEmpty()) {
            lines.add(INDENT.repeat(2) + "cypher.schema().drop(" + first + ");");
        }
        if (!made.isEmpty()) {
            lines.add(INDENT.repeat(2) + "cypher.schema().apply(" + second + ");");
        }
        lines.add(INDENT + "}");
    }
}
