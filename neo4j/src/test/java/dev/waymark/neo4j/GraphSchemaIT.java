package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.Neo4jException;

class GraphSchemaIT {

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @ParameterizedTest
    @MethodSource("possible")
    void isMadeReadBackAsItWasDeclaredAndDropped(SchemaElement element) {
        assertThat(server.info().refusal(element)).isEmpty();

        server.run(element.createCypher());
        LiveElement live = server.live().named(element.name()).orElseThrow();
        assertThat(element.identity().isMetBy(live.element().identity())).isTrue();
        assertThat(GraphSchemaDiff.between(server.live().schema(), GraphSchema.of(element))
                        .isEmpty())
                .isTrue();

        server.run(element.dropCypher());
        assertThat(server.live().schema()).isEqualTo(GraphSchema.of());

        server.run(live.element().createCypher());
        assertThat(server.live().schema()).isEqualTo(GraphSchema.of(live.element()));
    }

    static Stream<SchemaElement> possible() {
        String odd = "na`me \\ \\u0060 \\\\u0041 'x'\n!";
        return Stream.of(
                GraphSchema.unique("u").node("Track").on("uuid"),
                GraphSchema.unique("u").node("Track").on("album", "number"),
                GraphSchema.unique("u").relationship("PLAYS").on("id"),
                GraphSchema.unique("u").relationship("PLAYS").on("at", "deck"),
                GraphSchema.rangeIndex("i").node("Track").on("title"),
                GraphSchema.rangeIndex("i").node("Track").on("number", "album"),
                GraphSchema.textIndex("i").node("Track").on("title"),
                GraphSchema.textIndex("i").relationship("PLAYS").on("note"),
                GraphSchema.pointIndex("i").node("Venue").on("place"),
                GraphSchema.pointIndex("i")
                        .relationship("PLAYS")
                        .on("place")
                        .with("spatial.cartesian.min", List.of(-100, -1.5))
                        .with("spatial.wgs-84-3d.max", List.of(1, 2, 3)),
                GraphSchema.fulltextIndex("i").node("Track").on("title"),
                GraphSchema.fulltextIndex("i")
                        .node("Track", "Album")
                        .on("title", "note")
                        .with("fulltext.analyzer", "english"),
                GraphSchema.fulltextIndex("i")
                        .relationship("PLAYS", "LIKES")
                        .on("note")
                        .with("fulltext.eventually_consistent", true),
                GraphSchema.vectorIndex("i").node("Track").on("mood"),
                GraphSchema.vectorIndex("i")
                        .node("Track")
                        .on("mood")
                        .with("vector.dimensions", 3)
                        .with("vector.similarity_function", "euclidean")
                        .with("vector.hnsw.m", 24)
                        .with("vector.hnsw.ef_construction", 200)
                        .with("vector.quantization.enabled", false),
                GraphSchema.vectorIndex("i").relationship("PLAYS").on("mood").with("vector.dimensions", 3),
                GraphSchema.unique(odd).node(odd).on(odd),
                GraphSchema.rangeIndex(odd).relationship(odd).on(odd),
                GraphSchema.fulltextIndex(odd).node(odd, "B").on(odd, "b"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void isRefusedBeforeTheServerRefusesIt(SchemaElement element) {
        assertThat(server.info().refusal(element)).hasValueSatisfying(why -> assertThat(why)
                .contains("Neo4j", server.info().version()));

        assertThatThrownBy(() -> server.run(element.createCypher())).isInstanceOf(Neo4jException.class);
        assertThat(server.live().elements()).noneMatch(live -> live.name().equals(element.name()));
    }

    static Stream<SchemaElement> impossible() {
        return Stream.of(
                GraphSchema.key("k").node("Track").on("uuid"),
                GraphSchema.key("k").node("Track").on("album", "number"),
                GraphSchema.key("k").relationship("PLAYS").on("id"),
                GraphSchema.exists("k").node("Track").on("title"),
                GraphSchema.exists("k").relationship("PLAYS").on("at"),
                GraphSchema.propertyType("k", "INTEGER | STRING").node("Track").on("year"),
                GraphSchema.propertyType("k", "LIST<FLOAT NOT NULL>")
                        .relationship("PLAYS")
                        .on("gains"));
    }

    @ParameterizedTest
    @MethodSource("newer")
    void isMadeWhereTheServerIsNewEnoughAndRefusedElsewhere(SchemaElement element) {
        if (server.info().isAtLeast(2026, 1)) {
            isMadeReadBackAsItWasDeclaredAndDropped(element);
        } else {
            isRefusedBeforeTheServerRefusesIt(element);
        }
    }

    static Stream<SchemaElement> newer() {
        return Stream.of(
                GraphSchema.vectorIndex("k").node("Track", "Album").on("mood"),
                GraphSchema.vectorIndex("k").node("Track").on("mood").filteredBy("year"));
    }

    @Test
    void lookupIndexesAreTheServersOwnOrTheUsers() {
        assertThat(server.live().elements())
                .extracting(LiveElement::origin)
                .containsOnly(LiveElement.Origin.SERVER)
                .hasSize(2);
        assertThat(server.live().schema()).isEqualTo(GraphSchema.of());
    }

    @Test
    void whatHistoriesHaveIsNotSeenWhateverTheirPrefix() {
        server.run("CREATE CONSTRAINT __waymark_id FOR (n:`__waymark_revision`) REQUIRE n.id IS UNIQUE");
        server.run("CREATE INDEX app FOR (n:`__waymark_stage`) ON (n.done)");
        server.run("CREATE INDEX ours FOR (n:`__other_log`) ON (n.at)");
        server.run("CREATE INDEX __other_x FOR (n:`__other_person`) ON (n.name)");

        assertThat(server.live().schema())
                .isEqualTo(GraphSchema.of(GraphSchema.rangeIndex("__other_x")
                        .node("__other_person")
                        .on("name")));
    }

    @Test
    void twoFulltextIndexesThatDifferInTheOrderOfLabelsAreBothRead() {
        Index index = GraphSchema.fulltextIndex("a").node("A", "B").on("x");
        Index other = GraphSchema.fulltextIndex("b").node("B", "A").on("x");
        server.run(index.createCypher());
        server.run(other.createCypher());

        assertThat(server.live().schema().elements())
                .extracting(SchemaElement::name)
                .containsExactly("a", "b");
    }

    @Test
    void aDifferenceLeadsThereAndBack() {
        GraphSchema from = GraphSchema.of(
                GraphSchema.rangeIndex("a").node("A").on("x"),
                GraphSchema.unique("b").node("B").on("x"),
                GraphSchema.textIndex("c").node("C").on("x"),
                GraphSchema.rangeIndex("d").node("D").on("x"));
        GraphSchema to = GraphSchema.of(
                GraphSchema.unique("a").node("A").on("x"),
                GraphSchema.rangeIndex("bb").node("B").on("x"),
                GraphSchema.textIndex("cc").node("C").on("x"),
                GraphSchema.rangeIndex("e").node("E").on("x"));
        server.walk(List.of(
                from.elements().stream().map(SchemaElement::createCypher).toList()));
        GraphSchemaDiff diff = GraphSchemaDiff.between(server.live().schema(), to);

        server.walk(diff.up());
        assertThat(server.live().schema().elements()).containsExactlyInAnyOrderElementsOf(to.elements());

        server.walk(diff.down());
        assertThat(server.live().schema().elements()).containsExactlyInAnyOrderElementsOf(from.elements());
    }
}
