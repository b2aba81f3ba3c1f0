package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;
import dev.waymark.neo4j.Index;
import java.util.Map;

/** Three stages: data, schema, batches. */
@Revision(id = "graph_003", revises = "graph_002", message = "Give recordings their titles")
public final class Graph003TitlesOfRecordings implements CypherMigration {

    private static final Index TITLE =
            GraphSchema.textIndex("recording_title").node("Recording").on("title");

    @Override
    public void up(CypherContext cypher) {
        cypher.run("MERGE (c:Change {name: $name}) SET c.at = datetime()", Map.of("name", "titles"));
        cypher.schema().create(TITLE);
        cypher.inTransactions("""
                MATCH (r:Recording)-[:HAS_METADATA]->(m:Metadata {key: 'title'})
                WHERE r.title IS NULL
                CALL (r, m) { SET r.title = m.value } IN TRANSACTIONS OF 1000 ROWS
                """, Map.of());
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.inTransactions("""
                MATCH (r:Recording) WHERE r.title IS NOT NULL
                CALL (r) { REMOVE r.title } IN TRANSACTIONS OF 1000 ROWS
                """, Map.of());
        cypher.schema().drop(TITLE);
        cypher.run("MATCH (c:Change {name: $name}) DELETE c", Map.of("name", "titles"));
    }
}
