package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Drop the index. */
@Revision(id = "013", revises = "011", message = "Drop the index")
public final class R013DropTheIndex implements CypherMigration {

    private static final GraphSchema DROPPED =
            GraphSchema.of(GraphSchema.rangeIndex("track_title").node("Track").on("title"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().drop(DROPPED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().apply(DROPPED);
    }
}
