package dev.waymark.neo4j.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.Node;

/** Everything that a database has, its schema and its history too, as a text; without what no two runs have alike. */
final class State {

    /** Who holds the lock, and how often it changed hands. */
    private static final Set<String> PASSING = Set.of("__waymark_lock", "__waymark_fence");

    private static final Set<String> UNLIKE = Set.of("at", "by", "from", "run", "took", "touch");

    private State() {}

    static String of(Server server) {
        List<String> lines = new ArrayList<>();
        for (Record row : server.run("MATCH (n) RETURN n")) {
            Node node = row.get("n").asNode();
            node.labels().forEach(label -> {
                if (!PASSING.contains(label)) {
                    lines.add(label + " " + properties(node, label));
                }
            });
        }
        lines.addAll(server.texts("MATCH (a)-[r]->(b) RETURN coalesce(a.name, '') + ' ' + type(r) + ' '"
                + " + coalesce(b.name, b.title, '')"));
        lines.addAll(server.texts("SHOW INDEXES YIELD name, state, createStatement, type WHERE type <> 'LOOKUP'"
                + " RETURN state + ' ' + createStatement"));
        lines.addAll(server.texts("SHOW CONSTRAINTS YIELD createStatement RETURN createStatement"));
        return String.join("\n", lines.stream().sorted().toList());
    }

    private static Map<String, Object> properties(Node node, String label) {
        Map<String, Object> properties = new TreeMap<>(node.asMap());
        if (label.startsWith("__waymark_")) {
            properties.keySet().removeAll(UNLIKE);
        }
        return properties;
    }

    /** The lines that only one of two states has. */
    static String difference(String expected, String found) {
        List<String> missing = new ArrayList<>(expected.lines().toList());
        List<String> additional = new ArrayList<>();
        found.lines().filter(line -> !missing.remove(line)).forEach(additional::add);
        return "missing:\n%s\nadditional:\n%s".formatted(String.join("\n", missing), String.join("\n", additional));
    }
}
