package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSchemaDiffTest {

    private static final Index TITLE =
            GraphSchema.rangeIndex("track_title").node("Track").on("title");
    private static final Constraint UUID =
            GraphSchema.unique("recording_uuid").node("Recording").on("uuid");

    @Test
    void isEmptyBetweenEqualSchemas() {
        assertThat(GraphSchemaDiff.between(GraphSchema.of(TITLE, UUID), GraphSchema.of(UUID, TITLE))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void createsAndDrops() {
        GraphSchemaDiff diff = GraphSchemaDiff.between(GraphSchema.of(TITLE), GraphSchema.of(UUID));

        assertThat(diff.changes()).containsExactly(SchemaChange.drop(TITLE), SchemaChange.create(UUID));
        assertThat(diff.up()).containsExactly(List.of(TITLE.dropCypher()), List.of(UUID.createCypher()));
        assertThat(diff.down()).containsExactly(List.of(UUID.dropCypher()), List.of(TITLE.createCypher()));
    }

    @Test
    void undoesInReverseOrder() {
        GraphSchemaDiff diff = GraphSchemaDiff.between(GraphSchema.of(), GraphSchema.of(TITLE, UUID));

        assertThat(diff.up()).containsExactly(List.of(TITLE.createCypher(), UUID.createCypher()));
        assertThat(diff.down()).containsExactly(List.of(UUID.dropCypher(), TITLE.dropCypher()));
    }

    @Test
    void takesTheSameUnderAnotherNameForARename() {
        Index renamed = TITLE.named("title_of_track");
        GraphSchemaDiff diff = GraphSchemaDiff.between(GraphSchema.of(TITLE), GraphSchema.of(renamed));

        assertThat(diff.changes()).containsExactly(SchemaChange.rename(TITLE, renamed));
        assertThat(diff.up()).containsExactly(List.of(TITLE.dropCypher()), List.of(renamed.createCypher()));
    }

    @Test
    void replacesAnotherOneOfTheSameName() {
        Index other = GraphSchema.textIndex("track_title").node("Track").on("title");
        GraphSchemaDiff diff = GraphSchemaDiff.between(GraphSchema.of(TITLE), GraphSchema.of(other));

        assertThat(diff.changes()).containsExactly(SchemaChange.replace(TITLE, other));
        assertThat(diff.up()).containsExactly(List.of(TITLE.dropCypher()), List.of(other.createCypher()));
    }

    @Test
    void makesRoomForAConstraintInATransactionBefore() {
        Constraint constraint = GraphSchema.unique("u").node("Track").on("title");
        GraphSchemaDiff diff = GraphSchemaDiff.between(GraphSchema.of(TITLE), GraphSchema.of(constraint));

        assertThat(diff.up()).containsExactly(List.of(TITLE.dropCypher()), List.of(constraint.createCypher()));
    }

    @Test
    void takesNamesThatChangePlacesForTwoRenames() {
        GraphSchemaDiff diff = GraphSchemaDiff.between(
                GraphSchema.of(TITLE, UUID), GraphSchema.of(TITLE.named("recording_uuid"), UUID.named("track_title")));

        assertThat(diff.changes())
                .containsExactly(
                        SchemaChange.rename(TITLE, TITLE.named("recording_uuid")),
                        SchemaChange.rename(UUID, UUID.named("track_title")));
    }

    @Test
    void leavesAnUndeclaredOptionAlone() {
        Index plain = GraphSchema.fulltextIndex("f").node("A").on("x");
        Index english = plain.with("fulltext.analyzer", "english");

        assertThat(GraphSchemaDiff.between(GraphSchema.of(english), GraphSchema.of(plain))
                        .isEmpty())
                .isTrue();
        assertThat(GraphSchemaDiff.between(GraphSchema.of(plain), GraphSchema.of(english))
                        .changes())
                .containsExactly(SchemaChange.replace(plain, english));
    }

    @Test
    void isToldToPeople() {
        Index other = GraphSchema.textIndex("b").node("B").on("x");
        GraphSchemaDiff diff = GraphSchemaDiff.between(
                GraphSchema.of(
                        TITLE,
                        UUID,
                        other.named("c"),
                        GraphSchema.rangeIndex("d").node("D").on("x")),
                GraphSchema.of(
                        UUID.named("uuid"),
                        other,
                        GraphSchema.textIndex("d").node("D").on("x"),
                        TITLE.named("t")));

        assertThat(GraphSchemaDiff.between(GraphSchema.of(TITLE), GraphSchema.of())
                        .describe())
                .isEqualTo("drop    CREATE RANGE INDEX `track_title` FOR (n:`Track`) ON (n.`title`)\n");
        assertThat(diff.describe()).isEqualTo("""
                        rename  'track_title' to 't': CREATE RANGE INDEX `t` FOR (n:`Track`) ON (n.`title`)
                        rename  'recording_uuid' to 'uuid': CREATE CONSTRAINT `uuid` FOR (n:`Recording`) REQUIRE n.`uuid` IS UNIQUE
                        rename  'c' to 'b': CREATE TEXT INDEX `b` FOR (n:`B`) ON (n.`x`)
                        replace CREATE RANGE INDEX `d` FOR (n:`D`) ON (n.`x`)
                             by CREATE TEXT INDEX `d` FOR (n:`D`) ON (n.`x`)
                        """);
    }

    @Test
    void isWrittenAsJson() {
        assertThat(GraphSchemaDiff.between(GraphSchema.of(), GraphSchema.of(TITLE))
                        .toJson())
                .isEqualTo("{\"changes\":[{\"kind\":\"create\",\"to\":{\"name\":\"track_title\",\"index\":\"range\","
                        + "\"entity\":\"node\",\"labelsOrTypes\":[\"Track\"],\"properties\":[\"title\"]}}],"
                        + "\"up\":[[\"CREATE RANGE INDEX `track_title` FOR (n:`Track`) ON (n.`title`)\"]],"
                        + "\"down\":[[\"DROP INDEX `track_title`\"]]}");
    }
}
