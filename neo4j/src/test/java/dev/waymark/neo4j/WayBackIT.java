package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.migration.Irreversible;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An older build takes back what only a newer one knows, by what was recorded of it. */
class WayBackIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Acts.First FIRST = Acts.first(Acts.running("CREATE (:Artist {name: 'Björk'})"));
    private static final Index TITLES =
            GraphSchema.rangeIndex("album_title").node("Album").on("title");

    private final Graph graph = new Graph(SERVER);

    @Test
    void stagesOfAllKindsGoDownByTheirRecord() {
        Acts.migrator(
                        SERVER,
                        FIRST,
                        new Acts.Second(
                                cypher -> {
                                    cypher.run("UNWIND range(1, 7) AS i CREATE (:Album {title: 'title ' + i})");
                                    cypher.schema().create(TITLES);
                                },
                                cypher -> {
                                    cypher.schema().drop(TITLES);
                                    cypher.inTransactions(
                                            "MATCH (a:Album) CALL (a) { DELETE a } IN TRANSACTIONS OF 2 ROWS",
                                            Map.of());
                                    cypher.run(
                                            "MATCH (a:Artist {name: $name}) SET a.alone = true",
                                            Map.of("name", "Björk"));
                                }))
                .upgrade();

        Acts.migrator(SERVER, FIRST).downgradeAsRecorded("001");

        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.schema()).isEmpty();
        assertThat(graph.number("MATCH (a:Artist {alone: true}) RETURN count(a)"))
                .isOne();
    }

    @Test
    void oneThatDependsOnDataIsNotRecordedAndRefusedBeforeAnythingRuns() {
        Acts.migrator(
                        SERVER,
                        FIRST,
                        new Acts.Second(
                                Acts.running("CREATE (:Album)"),
                                cypher -> cypher.query(
                                        "RETURN 1 AS one", row -> row.get("one").asInt())),
                        Acts.third(Acts.NOTHING))
                .upgrade();

        assertThatThrownBy(() -> Acts.migrator(SERVER, FIRST).downgradeAsRecorded("001"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessageStartingWith(
                        "Revision '002' can't be undone: its way back was not recorded, since it depends on data");
        assertThat(graph.applied()).containsExactly("001 applied", "002 applied", "003 applied");
    }

    @Test
    void oneThatCannotBeUndoneSaysWhy() {
        Migrator migrator = Acts.migrator(SERVER, FIRST, new Acts.Second(Acts.NOTHING, cypher -> {
            throw Irreversible.because("the letters are gone");
        }));
        migrator.upgrade();

        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessageStartingWith("Revision '002' can't be undone: the letters are gone");
        assertThat(graph.recorded("002", "downNote")).isEqualTo("it can't be undone: the letters are gone");
        assertThat(graph.applied()).containsExactly("001 applied", "002 applied");
    }
}
