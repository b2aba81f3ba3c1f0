package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.EntityType;
import dev.waymark.neo4j.GraphSchema;

/** Lookup. */
@Revision(id = "020", revises = "011", message = "Lookup")
public final class R020Lookup implements CypherMigration {

    private static final GraphSchema DROPPED = GraphSchema.of(GraphSchema.lookupIndex("node_labels", EntityType.NODE));

    private static final GraphSchema CREATED = GraphSchema.of(
            GraphSchema.lookupIndex("labels", EntityType.NODE),
            GraphSchema.lookupIndex("types", EntityType.RELATIONSHIP));

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
