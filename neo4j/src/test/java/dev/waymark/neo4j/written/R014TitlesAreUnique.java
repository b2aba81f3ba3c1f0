package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Titles are unique. */
@Revision(id = "014", revises = "011", message = "Titles are unique")
public final class R014TitlesAreUnique implements CypherMigration {

    private static final GraphSchema DROPPED =
            GraphSchema.of(GraphSchema.rangeIndex("track_title").node("Track").on("title"));

    private static final GraphSchema CREATED =
            GraphSchema.of(GraphSchema.unique("track_title").node("Track").on("title"));

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
