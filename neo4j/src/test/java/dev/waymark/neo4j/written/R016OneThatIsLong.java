package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** One that is long. */
@Revision(id = "016", revises = "011", message = "One that is long")
public final class R016OneThatIsLong implements CypherMigration {

    private static final GraphSchema CREATED = GraphSchema.of(
            GraphSchema.rangeIndex("recording_title_index").node("Recording").on("title", "subtitle"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().apply(CREATED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(CREATED);
    }
}
