package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Index tracks by title. */
@Revision(id = "012", revises = "011", message = "Index tracks by title")
public final class R012IndexTracksByTitle implements CypherMigration {

    private static final GraphSchema CREATED =
            GraphSchema.of(GraphSchema.rangeIndex("track_title").node("Track").on("title"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().apply(CREATED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(CREATED);
    }
}
