package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** The schema as it is. */
@Revision(id = "011", message = "The schema as it is")
public final class R011TheSchemaAsItIs implements CypherMigration {

    private static final GraphSchema CREATED = GraphSchema.of(
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"),
            GraphSchema.fulltextIndex("recording_and_tracklist_words")
                    .node("Recording", "Tracklist")
                    .on("title", "description", "notes")
                    .with("fulltext.analyzer", "english"));

    @Override
    public void up(CypherContext cypher) {
        cypher.schema().apply(CREATED);
    }

    @Override
    public void down(CypherContext cypher) {
        cypher.schema().drop(CREATED);
    }
}
