package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CypherNamesTest {

    @Test
    void doublesBackticks() {
        assertThat(CypherNames.quoted("La`bel x")).isEqualTo("`La``bel x`");
    }

    @Test
    void leavesNoEscapeThatTheServerWouldReplace() {
        assertThat(CypherNames.quoted("a\\u0060 b")).isEqualTo("`a\\u005Cu0060 b`");
    }

    @Test
    void quotesEachOfSeveralNames() {
        assertThat(CypherNames.alternatives(List.of("A", "B`"))).isEqualTo("`A`|`B```");
        assertThat(CypherNames.properties("n", List.of("a", "b"))).isEqualTo("n.`a`, n.`b`");
    }

    @Test
    void escapesLiterals() {
        assertThat(CypherNames.literal("it's \\ odd")).isEqualTo("'it\\'s \\\\ odd'");
    }
}
