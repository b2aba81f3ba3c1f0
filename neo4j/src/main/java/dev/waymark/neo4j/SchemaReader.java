package dev.waymark.neo4j;

import dev.waymark.neo4j.LiveElement.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads the constraints and indexes of a database, in two statements that wait for nobody.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/schema/constraints/list-constraints/">SHOW CONSTRAINTS</a>
 */
final class SchemaReader {

    private static final String CONSTRAINTS =
            "SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties, propertyType";

    private static final String INDEXES = "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties,"
            + " owningConstraint, options, state, populationPercent, failureMessage ORDER BY name";

    /** The name that the server gives where none is given. */
    private static final Pattern GENERATED = Pattern.compile("index_[0-9a-f]{1,8}");

    private final CypherReader reader;
    private final ServerInfo server;
    private final String hidden;
    private final List<LiveElement> elements = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private SchemaReader(CypherReader reader, ServerInfo server, String historyPrefix) {
        this.reader = reader;
        this.server = server;
        this.hidden = "__" + historyPrefix + "_";
    }

    /**
     * {@return what a database has}
     *
     * @param reader reads rows of the database
     * @param server what the server is
     * @param historyPrefix what the names and labels of the history begin with, between underscores
     */
    static LiveSchema read(CypherReader reader, ServerInfo server, String historyPrefix) {
        return new SchemaReader(reader, server, historyPrefix).read();
    }

    static IndexState state(Record row) {
        String failure = row.get("failureMessage").asString("");
        return new IndexState(
                row.get("name").asString(),
                row.get("state").asString(),
                row.get("populationPercent").asDouble(),
                firstLine(failure));
    }

    /** Without the full stop, since messages go on behind it. */
    private static String firstLine(String failure) {
        String line = failure.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private LiveSchema read() {
        String prefix = server.showPrefix();
        boolean classified = prefix.contains("25");
        String columns = CONSTRAINTS + (classified ? ", classification" : "") + " ORDER BY name";
        reader.read(prefix + columns, Map.of()).stream().filter(this::isVisible).forEach(this::addConstraint);
        reader.read(prefix + INDEXES, Map.of()).stream()
                .filter(row -> row.get("owningConstraint").isNull() && isVisible(row))
                .forEach(this::addIndex);
        return new LiveSchema(elements, unknown);
    }

    private boolean isVisible(Record row) {
        return !isHidden(row.get("name").asString())
                && strings(row.get("labelsOrTypes")).stream().noneMatch(this::isHidden);
    }

    /** A database may have several histories. */
    private boolean isHidden(String name) {
        return name.startsWith(hidden) || HistoryNames.isOfAny(name);
    }

    private void addConstraint(Record row) {
        String name = row.get("name").asString();
        String types = row.get("propertyType").asString("");
        Optional<ConstraintKind> kind = constraintKind(row.get("type").asString());
        if (kind.isEmpty() || (!types.isEmpty() && !PropertyTypes.areKnown(types))) {
            unknown.add(name);
            return;
        }
        Constraint constraint = new Constraint(
                name,
                kind.get(),
                EntityType.valueOf(row.get("entityType").asString()),
                strings(row.get("labelsOrTypes")),
                strings(row.get("properties")),
                PropertyTypes.of(types.isEmpty() ? List.of() : List.of(types)));
        elements.add(new LiveElement(constraint, origin(row), Optional.empty()));
    }

    /**
     * A constraint that depends on a graph type can't be dropped without it; the server says that of Cypher 25 only.
     */
    private static Origin origin(Record row) {
        boolean depends = row.containsKey("classification")
                && row.get("classification").asString("").equalsIgnoreCase("dependent");
        return depends ? Origin.GRAPH_TYPE : Origin.COMMAND;
    }

    private static Optional<ConstraintKind> constraintKind(String type) {
        return switch (type) {
            case "UNIQUENESS",
                    "NODE_PROPERTY_UNIQUENESS",
                    "RELATIONSHIP_UNIQUENESS",
                    "RELATIONSHIP_PROPERTY_UNIQUENESS" -> Optional.of(ConstraintKind.UNIQUENESS);
            case "NODE_KEY", "RELATIONSHIP_KEY" -> Optional.of(ConstraintKind.KEY);
            case "NODE_PROPERTY_EXISTENCE", "RELATIONSHIP_PROPERTY_EXISTENCE" -> Optional.of(ConstraintKind.EXISTENCE);
            case "NODE_PROPERTY_TYPE", "RELATIONSHIP_PROPERTY_TYPE" -> Optional.of(ConstraintKind.PROPERTY_TYPE);
            default -> Optional.empty();
        };
    }

    private void addIndex(Record row) {
        String name = row.get("name").asString();
        String type = row.get("type").asString();
        if (Arrays.stream(IndexKind.values()).noneMatch(kind -> kind.name().equals(type))) {
            unknown.add(name);
            return;
        }
        IndexKind kind = IndexKind.valueOf(type);
        Map<String, Object> config = row.get("options").get("indexConfig").asMap(new TreeMap<>());
        Index index = new Index(
                name,
                kind,
                EntityType.valueOf(row.get("entityType").asString()),
                strings(row.get("labelsOrTypes")),
                strings(row.get("properties")),
                IndexOptions.declared(config));
        boolean served = kind == IndexKind.LOOKUP && GENERATED.matcher(name).matches();
        elements.add(new LiveElement(index, served ? Origin.SERVER : Origin.COMMAND, Optional.of(state(row))));
    }

    private static List<String> strings(Value value) {
        return value.isNull() ? List.of() : value.asList(Value::asString);
    }
}
