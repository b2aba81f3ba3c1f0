package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CypherLanguageTest {

    @Test
    void isPutBeforeAStatementThatDoesNotSayIt() {
        assertThat(CypherLanguage.CYPHER_5.before("RETURN 1")).isEqualTo("CYPHER 5 RETURN 1");
        assertThat(CypherLanguage.OF_THE_DATABASE.before("RETURN 1")).isEqualTo("RETURN 1");
    }

    /** A server refuses two languages for one statement. */
    @Test
    void isNotPutBeforeAStatementThatSaysIt() {
        String cypher = GraphSchema.vectorIndex("v").node("A", "B").on("x").createCypher();

        assertThat(CypherLanguage.CYPHER_5.before(cypher)).isEqualTo(cypher).startsWith("CYPHER 25 ");
    }
}
