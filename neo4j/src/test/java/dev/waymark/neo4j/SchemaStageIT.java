package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.error.StepFailedException;
import dev.waymark.neo4j.Acts.Act;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A schema stage is done once, since its marker is committed with it. */
class SchemaStageIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Index TITLES =
            GraphSchema.rangeIndex("album_title").node("Album").on("title");
    private static final Constraint NAMES =
            GraphSchema.unique("artist_name").node("Artist").on("name");
    private static final String MARKER =
            "CREATE INDEX `__waymark_marker_up_%d_%s` FOR (n:`__waymark_marker`) ON (n.done)";

    private final Graph graph = new Graph(SERVER);

    @Test
    void itMakesConstraintsAndIndexesAndLeavesNoMarker() {
        Acts.migrator(SERVER, Acts.first(cypher -> cypher.schema().create(NAMES, TITLES)))
                .upgrade();

        assertThat(graph.schema()).containsExactly("artist_name", "album_title");
        assertThat(graph.markers()).isEmpty();
    }

    @Test
    void onesThatWereCommittedWithoutBeingRecordedAreNotRunAgain() {
        Act act = cypher -> {
            cypher.run("CREATE (:Artist {name: 'Björk'})");
            cypher.schema().run("CREATE INDEX album_title FOR (a:Album) ON (a.title)");
            cypher.run("CREATE (:Track)");
        };
        interruptedBeforeStage2();
        SERVER.walk(
                List.of(List.of("CREATE INDEX album_title FOR (a:Album) ON (a.title)", MARKER.formatted(2, "001"))));

        Acts.migrator(SERVER, Acts.first(act)).upgrade();

        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.count("Artist")).isOne();
        assertThat(graph.count("Track")).isOne();
        assertThat(graph.markers()).isEmpty();
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void theMarkerOfAnotherStageSaysNothing() {
        interruptedBeforeStage2();
        SERVER.run(MARKER.formatted(7, "001"));

        Acts.migrator(SERVER, Acts.first(cypher -> {
                    cypher.run("CREATE (:Artist {name: 'Björk'})");
                    cypher.schema().create(TITLES);
                }))
                .upgrade();

        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.markers()).isEmpty();
    }

    @Test
    void aMarkerThatAnEarlierLifeOfTheStepHasLeftSaysNothing() {
        Acts.migrator(SERVER, Acts.first(Acts.NOTHING)).upgrade();
        SERVER.run(MARKER.formatted(1, "002"));

        Acts.migrator(SERVER, Acts.first(Acts.NOTHING), Acts.second(cypher -> cypher.schema()
                        .create(TITLES)))
                .upgrade();

        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.markers()).isEmpty();
    }

    @Test
    void aMarkerIsDroppedOfARecordedStageToo() {
        Act act = cypher -> {
            cypher.schema().create(TITLES);
            cypher.run("RETURN $missing");
        };
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(act)).upgrade())
                .isInstanceOf(StepFailedException.class);
        SERVER.run(MARKER.formatted(1, "001"));

        Acts.migrator(SERVER, Acts.first(cypher -> cypher.schema().create(TITLES)))
                .upgrade();

        assertThat(graph.markers()).isEmpty();
    }

    @Test
    void allCommandsOfAStageAreRunOrNone() {
        Act act = cypher -> cypher.schema()
                .run(
                        "CREATE INDEX album_title FOR (a:Album) ON (a.title)",
                        "CREATE INDEX album_title FOR (a:Album) ON (a.year)");

        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(act)).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("album_title");

        assertThat(graph.schema()).isEmpty();
        assertThat(graph.markers()).isEmpty();
        assertThat(graph.applied()).containsExactly("001 applying");
    }

    @Test
    void anotherOneUnderTheSameNameStopsItWithBothDefinitions() {
        SERVER.run("CREATE INDEX album_title FOR (t:Track) ON (t.title)");

        assertThatThrownBy(() -> Acts.migrator(
                                SERVER, Acts.first(cypher -> cypher.schema().create(TITLES)))
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(SchemaConflictException.class)
                .hasMessageContaining("Track")
                .hasMessageContaining("Album");
    }

    @Test
    void itWaitsUntilItsIndexesAreOnline() {
        SERVER.run("UNWIND range(1, 20000) AS i CREATE (:Album {title: 'title ' + i})");

        Acts.migrator(SERVER, Acts.first(cypher -> cypher.schema().create(TITLES)))
                .upgrade();

        assertThat(graph.texts("SHOW INDEXES YIELD name, state WHERE name = 'album_title' RETURN state"))
                .containsExactly("ONLINE");
    }

    @Test
    void whatItDroppedIsMadeAgainOnTheWayDown() {
        Acts.Second second = new Acts.Second(cypher -> cypher.schema().drop(TITLES), cypher -> cypher.schema()
                .create(TITLES));
        Acts.First first = new Acts.First(cypher -> cypher.schema().create(TITLES), cypher -> cypher.schema()
                .drop(TITLES));
        Acts.migrator(SERVER, first, second).upgrade();
        assertThat(graph.schema()).isEmpty();

        Acts.migrator(SERVER, first, second).downgrade("001");

        assertThat(graph.schema()).containsExactly("album_title");
    }

    /** A first revision whose data stage is recorded. */
    private void interruptedBeforeStage2() {
        Act act = cypher -> {
            cypher.run("CREATE (:Artist {name: 'Björk'})");
            cypher.schema().run("CREATE INDEX nonsense FOR (a:Album) ON (a.title, a.title)");
        };
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(act)).upgrade())
                .isInstanceOf(StepFailedException.class);
        assertThat(graph.stages()).containsExactly("001 1 DATA done");
    }
}
