package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Long calls. */
@Revision(id = "019", revises = "011", message = "Long calls")
public final class R019LongCalls implements CypherMigration {

    private static final GraphSchema DROPPED = GraphSchema.of(GraphSchema.rangeIndex("recordings_by_title_subtitle_and")
            .node("Recording")
            .on("title", "subtitle"));

    private static final GraphSchema CREATED =
            GraphSchema.of(GraphSchema.vectorIndex("recordings_by_mood_as_a_vector_of_three_dimensions_x")
                    .node("Recording")
                    .on("mood")
                    .with("vector.dimensions", 3));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().drop(DROPPED);
        cypher.schema().apply(CREATED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(CREATED);
        cypher.schema().apply(DROPPED);
    }
}
