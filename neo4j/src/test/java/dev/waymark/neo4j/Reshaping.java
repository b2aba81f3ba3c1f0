package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.StepFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Takes refactorings there and back.
 *
 * @param server the server
 */
record Reshaping(GraphServer server) {

    void fill() {
        server.run("""
                UNWIND range(1, 12) AS i
                CREATE (n:Track {id: i, title: 'T' + i})
                FOREACH (x IN CASE WHEN i % 2 = 0 THEN [1] ELSE [] END | SET n:Live, n.genre = 'G' + (i % 3))
                FOREACH (x IN CASE WHEN i % 5 = 0 THEN [1] ELSE [] END | REMOVE n.title)""");
        server.run("""
                MATCH (a:Track), (b:Track) WHERE b.id = a.id + 1 OR (a = b AND a.id % 4 = 0)
                CREATE (a)-[:NEXT {at: a.id}]->(b), (a)-[:NEXT {at: a.id, again: true}]->(b), (b)-[:MIX]->(a)""");
    }

    /** All of the application's graph as text, in one order. */
    List<String> graph() {
        List<String> rows = new ArrayList<>();
        for (Record row : server.run("""
                MATCH (n) WHERE NOT any(label IN labels(n) WHERE label STARTS WITH '__')
                RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties""")) {
            rows.add("%s %s %s"
                    .formatted(
                            row.get("id"),
                            row.get("labels").asList(Value::asString).stream()
                                    .sorted()
                                    .toList(),
                            new TreeMap<>(row.get("properties").asMap(Value::toString))));
        }
        for (Record row : server.run("""
                MATCH (a)-[r]->(b)
                RETURN coalesce(a.id, a.name) AS a, type(r) AS type, properties(r) AS properties,
                    coalesce(b.id, b.name) AS b""")) {
            rows.add("%s %s %s %s"
                    .formatted(
                            row.get("a"),
                            row.get("type").asString(),
                            new TreeMap<>(row.get("properties").asMap(Value::toString)),
                            row.get("b")));
        }
        return rows.stream().sorted().toList();
    }

    /** Goes up, looks, and down; the graph is what it was. */
    void thereAndBack(Consumer<Refactoring> forth, Consumer<Refactoring> back, Runnable look) {
        List<String> before = graph();
        Migrator migrator = new OneRevision(
                        cypher -> forth.accept(cypher.refactor().inPagesOf(5)),
                        cypher -> back.accept(cypher.refactor().inPagesOf(5)))
                .on(server);

        migrator.upgrade();
        assertThat(graph()).isNotEqualTo(before);
        look.run();
        migrator.downgrade("base");

        assertThat(graph()).isEqualTo(before);
        assertThat(server.run("MATCH (n) WHERE n.`__waymark_touch` IS NOT NULL RETURN n"))
                .isEmpty();
    }

    String refusal(Consumer<Refactoring> refactoring) {
        List<String> before = graph();
        Migrator migrator =
                OneRevision.up(cypher -> refactoring.accept(cypher.refactor())).on(server);
        String[] message = new String[1];
        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(StepFailedException.class)
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(graph()).isEqualTo(before);
        return message[0];
    }

    long count(String match) {
        return server.run(match + " RETURN count(*) AS n").get(0).get("n").asLong();
    }
}
