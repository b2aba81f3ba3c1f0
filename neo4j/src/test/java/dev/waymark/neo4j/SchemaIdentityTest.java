package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaIdentityTest {

    @Test
    void hasNothingToDoWithTheName() {
        Index index = GraphSchema.rangeIndex("a").node("Track").on("title");

        assertThat(index.identity()).isEqualTo(index.named("b").identity());
    }

    @Test
    void takesTheTypesOfAUnionAndLabelsAsSets() {
        assertThat(GraphSchema.propertyType("a", "INTEGER | STRING")
                        .node("T")
                        .on("x")
                        .identity())
                .isEqualTo(GraphSchema.propertyType("a", "STRING", "INTEGER")
                        .node("T")
                        .on("x")
                        .identity());
        assertThat(GraphSchema.fulltextIndex("a").node("A", "B").on("x").identity())
                .isEqualTo(GraphSchema.fulltextIndex("a").node("B", "A").on("x").identity());
    }

    @Test
    void countsTheOrderOfProperties() {
        assertThat(GraphSchema.rangeIndex("a").node("T").on("x", "y").identity())
                .isNotEqualTo(GraphSchema.rangeIndex("a").node("T").on("y", "x").identity());
    }

    @Test
    void tellsNodesFromRelationshipsAndKindFromKind() {
        SchemaIdentity identity = GraphSchema.unique("a").node("T").on("x").identity();

        assertThat(identity.isMetBy(
                        GraphSchema.unique("a").relationship("T").on("x").identity()))
                .isFalse();
        assertThat(identity.isMetBy(GraphSchema.key("a").node("T").on("x").identity()))
                .isFalse();
        assertThat(identity.isMetBy(
                        GraphSchema.rangeIndex("a").node("T").on("x").identity()))
                .isFalse();
    }

    @Test
    void asksOnlyForOptionsThatAreDeclared() {
        Index plain = GraphSchema.vectorIndex("a").node("T").on("x");
        Index declared = plain.with("vector.dimensions", 3).with("vector.similarity_function", "cosine");

        assertThat(plain.identity().isMetBy(declared.identity())).isTrue();
        assertThat(declared.identity().isMetBy(plain.identity())).isFalse();
        assertThat(declared.identity()
                        .isMetBy(declared.with("vector.dimensions", 4).identity()))
                .isFalse();
        assertThat(declared.identity()
                        .isMetBy(declared.with("vector.similarity_function", "COSINE")
                                .identity()))
                .isTrue();
    }

    @Test
    void knowsWhatTheServerTakesWhereAnOptionIsNotDeclared() {
        Index point = GraphSchema.pointIndex("a").node("T").on("x");
        Index declared = point.with("spatial.wgs-84.min", List.of(-180, -90));

        assertThat(declared.identity().isMetBy(point.identity())).isTrue();
        assertThat(declared.with("spatial.wgs-84.max", List.of(1, 2)).identity().isMetBy(point.identity()))
                .isFalse();
    }

    @Test
    void takesQuantizationOfNoTypeForNone() {
        Index vector = GraphSchema.vectorIndex("a").node("T").on("x");
        Index none = vector.with("vector.quantization.type", "NONE");
        Index binary = vector.with("vector.quantization.type", "BINARY");
        Index wanted = vector.with("vector.quantization.enabled", false);

        assertThat(wanted.identity().isMetBy(none.identity())).isTrue();
        assertThat(wanted.identity().isMetBy(binary.identity())).isFalse();
        assertThat(wanted.identity().isMetBy(vector.identity())).isFalse();
    }
}
