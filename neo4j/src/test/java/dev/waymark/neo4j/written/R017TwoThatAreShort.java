package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Two that are short. */
@Revision(id = "017", revises = "011", message = "Two that are short")
public final class R017TwoThatAreShort implements CypherMigration {

    private static final GraphSchema DROPPED = GraphSchema.of(
            GraphSchema.textIndex("a").node("A").on("x"),
            GraphSchema.textIndex("b").node("B").on("x"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().drop(DROPPED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().apply(DROPPED);
    }
}
