package dev.waymark.example.tracktion.graph;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** What recordings are found by, and what metadata is. */
@Revision(id = "graph_001", labels = "graph", message = "Constrain recordings, index metadata")
public final class Graph001ConstraintAndIndex implements CypherMigration {

    private static final GraphSchema SCHEMA = GraphSchema.of(
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().apply(SCHEMA);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(SCHEMA);
    }
}
