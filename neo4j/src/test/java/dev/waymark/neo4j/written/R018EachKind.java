package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.EntityType;
import dev.waymark.neo4j.GraphSchema;
import java.util.List;

/** Each kind. */
@Revision(id = "018", revises = "011", message = "Each kind")
public final class R018EachKind implements CypherMigration {

    private static final GraphSchema CREATED = GraphSchema.of(
            GraphSchema.unique("a").relationship("PLAYS").on("at", "deck"),
            GraphSchema.key("b").node("Track").on("album", "number"),
            GraphSchema.exists("c").node("Track").on("title"),
            GraphSchema.propertyType("d", "DATE", "STRING").node("Track").on("day"),
            GraphSchema.rangeIndex("e").node("Track").on("bpm", "key"),
            GraphSchema.textIndex("f").relationship("PLAYS").on("note"),
            GraphSchema.pointIndex("g").node("Venue").on("place").with("spatial.cartesian.min", List.of(-100.0, -1.5)),
            GraphSchema.fulltextIndex("h")
                    .node("Track", "Album")
                    .on("title")
                    .with("fulltext.analyzer", "it's \\ \"odd\"")
                    .with("fulltext.eventually_consistent", true),
            GraphSchema.vectorIndex("i")
                    .node("Track")
                    .on("mood")
                    .filteredBy("year")
                    .with("vector.dimensions", 3),
            GraphSchema.lookupIndex("j`\né", EntityType.RELATIONSHIP));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().apply(CREATED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(CREATED);
    }
}
