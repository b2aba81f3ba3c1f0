package dev.waymark.neo4j;

import java.util.List;

/** Schemas whose sources are written. */
final class WrittenSchemas {

    static final Index TITLE =
            GraphSchema.rangeIndex("track_title").node("Track").on("title");

    static final GraphSchema SHORT = GraphSchema.of(
            GraphSchema.textIndex("a").node("A").on("x"),
            GraphSchema.textIndex("b").node("B").on("x"));

    static final GraphSchema LONG = GraphSchema.of(
            GraphSchema.rangeIndex("recording_title_index").node("Recording").on("title", "subtitle"));

    static final Index LONGER = GraphSchema.rangeIndex("recording_title_and_subtitle")
            .node("Recording")
            .on("title", "subtitle")
            .named("recordings_by_title_subtitle_and");

    static final Index LONGEST = GraphSchema.vectorIndex("recordings_by_mood_as_a_vector_of_three_dimensions_x")
            .node("Recording")
            .on("mood")
            .with("vector.dimensions", 3);

    static final Index LOOKUP = GraphSchema.lookupIndex("node_labels", EntityType.NODE);

    static final GraphSchema LOOKUPS =
            GraphSchema.of(LOOKUP.named("labels"), GraphSchema.lookupIndex("types", EntityType.RELATIONSHIP));

    static final GraphSchema THREE = GraphSchema.of(
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"),
            GraphSchema.fulltextIndex("recording_and_tracklist_words")
                    .node("Recording", "Tracklist")
                    .on("title", "description", "notes")
                    .with("fulltext.analyzer", "english"));

    /** A range index where the constraint was, the index under another name, and another one under the third name. */
    static final GraphSchema OTHERS = GraphSchema.of(
            GraphSchema.rangeIndex("recording_uuid_index").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_keys").node("Metadata").on("key"),
            GraphSchema.textIndex("recording_and_tracklist_words")
                    .node("Recording")
                    .on("title"),
            GraphSchema.unique("plays_id").relationship("PLAYS").on("id"));

    static final GraphSchema EACH = GraphSchema.of(
            GraphSchema.unique("a").relationship("PLAYS").on("at", "deck"),
            GraphSchema.key("b").node("Track").on("album", "number"),
            GraphSchema.exists("c").node("Track").on("title"),
            GraphSchema.propertyType("d", "STRING", "DATE").node("Track").on("day"),
            GraphSchema.rangeIndex("e").node("Track").on("bpm", "key"),
            GraphSchema.textIndex("f").relationship("PLAYS").on("note"),
            GraphSchema.pointIndex("g").node("Venue").on("place").with("spatial.cartesian.min", List.of(-100, -1.5)),
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
            GraphSchema.lookupIndex("j`\n\u00e9", EntityType.RELATIONSHIP));

    private WrittenSchemas() {}
}
