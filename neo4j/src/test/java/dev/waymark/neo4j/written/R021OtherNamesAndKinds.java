package dev.waymark.neo4j.written;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;

/** Other names and kinds. */
@Revision(id = "021", revises = "011", message = "Other names and kinds")
public final class R021OtherNamesAndKinds implements CypherMigration {

    private static final GraphSchema DROPPED = GraphSchema.of(
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"),
            GraphSchema.fulltextIndex("recording_and_tracklist_words")
                    .node("Recording", "Tracklist")
                    .on("title", "description", "notes")
                    .with("fulltext.analyzer", "english"));

    private static final GraphSchema CREATED = GraphSchema.of(
            GraphSchema.rangeIndex("metadata_keys").node("Metadata").on("key"),
            GraphSchema.textIndex("recording_and_tracklist_words")
                    .node("Recording")
                    .on("title"),
            GraphSchema.rangeIndex("recording_uuid_index").node("Recording").on("uuid"),
            GraphSchema.unique("plays_id").relationship("PLAYS").on("id"));

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
