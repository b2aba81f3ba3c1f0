package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;

class ServerAddressTest {

    @Test
    void isShownWithoutWhoTheUserIs() {
        assertThat(Neo4jDatabase.of("neo4j://user:secret@example.com:7687", AuthTokens.none())
                        .description())
                .isEqualTo("the Neo4j database of neo4j://example.com:7687");
    }

    @Test
    void isNotShownIfItIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Neo4jDatabase.of("neo4j://user:sec ret@example.com", AuthTokens.none()))
                .withMessage(
                        "The URI of the Neo4j server is none, at character 9: use one as in neo4j://localhost:7687")
                .withNoCause();
    }
}
