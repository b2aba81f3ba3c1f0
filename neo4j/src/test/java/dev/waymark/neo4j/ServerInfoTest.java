package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ServerInfoTest {

    private static final ServerInfo COMMUNITY = new ServerInfo("5.26.30", "community");
    private static final ServerInfo ENTERPRISE = new ServerInfo("2026.02.1", "enterprise");

    @Test
    void ordersVersionsByTheirNumbers() {
        assertThat(COMMUNITY.isAtLeast(5, 26)).isTrue();
        assertThat(COMMUNITY.isAtLeast(5, 27)).isFalse();
        assertThat(COMMUNITY.isAtLeast(4, 44)).isTrue();
        assertThat(new ServerInfo("2025.10.1", "community").isAtLeast(2025, 6)).isTrue();
        assertThat(new ServerInfo("5.27-aura", "enterprise").isAtLeast(2025, 6)).isFalse();
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerInfo("dev", "community"));
    }

    @Test
    void saysWhatCommunityEditionLacks() {
        assertThat(COMMUNITY.refusal(GraphSchema.key("k").node("A").on("x")))
                .contains("a node key constraint ('k') needs Neo4j Enterprise Edition; this is Community 5.26.30");
        assertThat(COMMUNITY.refusal(GraphSchema.exists("e").relationship("A").on("x")))
                .contains(
                        "a relationship existence constraint ('e') needs Neo4j Enterprise Edition; this is Community 5.26.30");
        assertThat(COMMUNITY.refusal(
                        GraphSchema.propertyType("t", "DATE").node("A").on("x")))
                .contains(
                        "a node property type constraint ('t') needs Neo4j Enterprise Edition; this is Community 5.26.30");
    }

    @Test
    void letsEnterpriseEditionHaveThem() {
        assertThat(ENTERPRISE.refusal(GraphSchema.key("k").node("A").on("x"))).isEmpty();
        assertThat(ENTERPRISE.refusal(GraphSchema.propertyType("t", "VECTOR<FLOAT32>(3)")
                        .node("A")
                        .on("x")))
                .isEmpty();
    }

    @Test
    void saysWhatAnOlderVersionLacks() {
        assertThat(COMMUNITY.refusal(GraphSchema.vectorIndex("v").node("A", "B").on("x")))
                .contains("a vector index ('v') needs Neo4j 2026.01 for several labels or for properties to filter by;"
                        + " this is Community 5.26.30");
        assertThat(ENTERPRISE.refusal(
                        GraphSchema.vectorIndex("v").node("A").on("x").filteredBy("y")))
                .isEmpty();
        assertThat(new ServerInfo("5.26.30", "enterprise")
                        .refusal(GraphSchema.propertyType("t", "VECTOR<FLOAT32>(3)")
                                .node("A")
                                .on("x")))
                .contains("a node property type constraint ('t') needs Neo4j 2025.10 for vectors;"
                        + " this is Enterprise 5.26.30");
    }

    @Test
    void saysThatAnOlderVersionHasNoOptionsOfThatName() {
        Index index = GraphSchema.vectorIndex("v").node("A").on("x").with("vector.quantization.type", "SCALAR");

        assertThat(COMMUNITY.refusal(index))
                .contains("a vector index ('v') needs Neo4j 2025.06 for the options it declares;"
                        + " this is Community 5.26.30");
        assertThat(ENTERPRISE.refusal(index)).isEmpty();
    }

    @Test
    void readsTheDialectThatSaysMost() {
        assertThat(COMMUNITY.showPrefix()).isEmpty();
        assertThat(new ServerInfo("2025.06.0", "enterprise").showPrefix()).isEqualTo("CYPHER 5 ");
        assertThat(new ServerInfo("2026.08.1", "community").showPrefix()).isEqualTo("CYPHER 5 ");
        assertThat(ENTERPRISE.showPrefix()).isEqualTo("CYPHER 25 ");
    }
}
