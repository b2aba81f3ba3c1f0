package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Batch DRAIN =
            Batch.untilNothingIsLeft("MATCH (n:Old) WITH n LIMIT $size REMOVE n:Old RETURN count(n) AS rows");

    @Test
    void aPageThatDoesNotUseTheSizeIsRefused() {
        assertThatThrownBy(() -> Batch.untilNothingIsLeft("MATCH (n:Old) REMOVE n:Old // $size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must use $size");
    }

    @Test
    void theSizeOfAPageHasBounds() {
        assertThatThrownBy(() -> DRAIN.inPagesOf(0)).hasMessage("size is 0: use 1 to 100000");
        assertThatThrownBy(() -> DRAIN.inPagesOf(100_001)).hasMessage("size is 100001: use 1 to 100000");
    }

    @Test
    void theParametersOfAPageCantBeGiven() {
        assertThatThrownBy(() -> DRAIN.with(Map.of("size", 3))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstPageOfAKeyIsBehindNone() {
        Batch batch = Batch.overNodes("A b", "k`", "SET n.x = 1");

        assertThat(batch.pageAfter(Optional.empty())).isEqualTo("""
                MATCH (n:`A b`) WHERE n.`k``` IS NOT NULL
                WITH n ORDER BY n.`k``` LIMIT $size
                CALL (n) {
                SET n.x = 1
                }
                RETURN count(n) AS rows, max(n.`k```) AS after""");
        assertThat(batch.pageAfter(Optional.of("a"))).startsWith("MATCH (n:`A b`) WHERE n.`k``` > $after\n");
    }

    @Test
    void theRecordOfABatchIsThatBatchWithItsValues() {
        Batch batch = Batch.overNodes("A", "k", "SET n.x = $x")
                .with(Map.of("x", "it's"))
                .inPagesOf(7);

        Batch recorded = Batch.recorded(batch.text());

        assertThat(recorded.page()).contains("SET n.x = 'it\\'s'").contains("LIMIT $size");
        assertThat(recorded.checks()).isEqualTo(batch.checks());
        assertThat(recorded.text()).isEqualTo(batch.text());
    }
}
