package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history keeps what a revision ran, and what its way back would run. */
class RecordIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Map<String, Object> VALUES = Map.of(
            "text", "it's \"so\" \\ `here`\nand there",
            "day", LocalDate.of(1995, 6, 13),
            "at", LocalDateTime.of(1995, 6, 13, 10, 30),
            "list", Arrays.asList(1L, 2.5, null, "three"),
            "map", Map.of("a key", List.of(true, Map.of())));

    private final Graph graph = new Graph(SERVER);

    @Test
    void parametersAreKeptAsWhatTheServerReadsAsTheSameValues() {
        Map<String, Object> parameters = VALUES;
        Acts.migrator(
                        SERVER,
                        Acts.first(cypher -> cypher.run(
                                "CREATE (:Seen) WITH [$text, $day, $at, $list, $map] AS seen RETURN seen", parameters)))
                .upgrade();

        String again = graph.recorded("001", "up").replace("CREATE (:Seen) WITH", "WITH");

        assertThat(SERVER.run(again).get(0).get("seen").asList())
                .containsExactly(
                        VALUES.get("text"), VALUES.get("day"), VALUES.get("at"), VALUES.get("list"), VALUES.get("map"));
    }

    @Test
    void whatLooksLikeAParameterInAStringIsLeftAsItIs() {
        Acts.migrator(
                        SERVER,
                        Acts.first(cypher ->
                                cypher.run("CREATE (:Album {title: '$title', year: $year})", Map.of("year", 1995))))
                .upgrade();

        assertThat(graph.recorded("001", "up")).isEqualTo("CREATE (:Album {title: '$title', year: 1995})");
    }

    @Test
    void theLanguageIsPutBeforeEachStatementAndRecorded() {
        Migrator migrator = Acts.migrator(SERVER, new Five());

        migrator.upgrade();

        assertThat(graph.recorded("005", "language")).isEqualTo("CYPHER_5");
        assertThat(graph.schema()).containsExactly("album_title");
        migrator.downgrade("base");
        assertThat(graph.schema()).isEmpty();
    }

    @Test
    void theStatementsOfAScriptGoIntoTheStagesThatTheyBelongTo() {
        Acts.migrator(SERVER, Acts.first(cypher -> cypher.script("mixed.cypher")))
                .upgrade();

        assertThat(graph.texts("MATCH (a:Artist) RETURN a.name + ' ' + a.plays ORDER BY a.name"))
                .containsExactly("Björk; the one 2", "Múm 2");
        assertThat(graph.schema()).containsExactlyInAnyOrder("artist_name", "artist_plays");
        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.recorded("001", "up").lines().count()).isGreaterThanOrEqualTo(6);
    }

    @Revision(id = "005")
    static final class Five implements CypherMigration {

        private static final Index TITLES =
                GraphSchema.rangeIndex("album_title").node("Album").on("title");

        @Override
        public CypherLanguage language() {
            return CypherLanguage.CYPHER_5;
        }

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Album)");
            cypher.schema().create(TITLES);
            cypher.inTransactions(
                    "MATCH (a:Album) WHERE a.year IS NULL CALL (a) { SET a.year = 1 } IN TRANSACTIONS", Map.of());
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().drop(TITLES);
        }
    }
}
