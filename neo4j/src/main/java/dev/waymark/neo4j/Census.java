package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;

/**
 * Counts nodes and relationships, by statements that the server answers from what it has counted itself.
 *
 * @param access the database
 * @param names the labels of the history
 */
record Census(Access access, HistoryNames names) {

    private static final String NAMES = """
            CALL () {
                CALL db.labels() YIELD label RETURN label, null AS type
                UNION ALL
                CALL db.relationshipTypes() YIELD relationshipType AS type RETURN null AS label, type
            }
            RETURN label, type""";

    GraphCounts counts() {
        List<Record> known = access.run(NAMES, Map.of());
        SortedMap<String, Long> labels =
                counted(strings(known, "label"), label -> "MATCH (x:%s)".formatted(CypherNames.quoted(label)));
        SortedMap<String, Long> types =
                counted(strings(known, "type"), type -> "MATCH ()-[x:%s]->()".formatted(CypherNames.quoted(type)));
        // a node of a history has one label
        long own = labels.entrySet().stream()
                .filter(entry -> names.owns(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long all = counted(List.of("all"), any -> "MATCH (x)").getOrDefault("all", 0L);
        labels.keySet().removeIf(names::owns);
        long relationships = types.values().stream().mapToLong(Long::longValue).sum();
        return new GraphCounts(all - own, relationships, labels, types);
    }

    private static List<String> strings(List<Record> rows, String column) {
        return rows.stream()
                .filter(row -> !row.get(column).isNull())
                .map(row -> row.get(column).asString())
                .toList();
    }

    /** Names that nothing has any more are never forgotten by the server; they are left out. */
    private SortedMap<String, Long> counted(List<String> counted, Function<String, String> match) {
        if (counted.isEmpty()) {
            return new TreeMap<>();
        }
        String cypher = counted.stream()
                .map(name -> "%s RETURN %s AS name, count(x) AS count"
                        .formatted(match.apply(name), CypherNames.literal(name)))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return access.run(cypher, Map.of()).stream()
                .filter(row -> row.get("count").asLong() > 0)
                .collect(Collectors.toMap(
                        row -> row.get("name").asString(),
                        row -> row.get("count").asLong(),
                        Long::sum,
                        TreeMap::new));
    }
}
