package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.neo4j.Acts.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A data stage is committed together with its record. */
class DataStageIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Act MAKES_ALBUM = Acts.running("CREATE (:Album {title: 'Post'})");
    private static final Index TITLES =
            GraphSchema.rangeIndex("album_title").node("Album").on("title");

    private final Graph graph = new Graph(SERVER);

    @Test
    void aFailureLeavesNeitherDataNorRecord() {
        Act bad = Acts.running("CREATE (:Album {title: 'Post'})", "RETURN 1 / 0");

        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(Acts.NOTHING), Acts.second(bad))
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: / by zero
                          RETURN 1 / 0
                        The step was rolled back.
                        Done before it: 001. Not run: nothing.
                        To fix this: correct the statement, and upgrade again.""");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.log()).containsExactly("upgrade 001", "failure 002");
    }

    @Test
    void aFailureThatAMigrationSwallowedStillFailsTheStep() {
        Act careless = cypher -> {
            cypher.run("CREATE (:Album)");
            try {
                cypher.run("RETURN 1 / 0");
            } catch (StatementFailedException e) {
                // as a careless author would
            }
        };

        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(careless)).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("The up of '001' failed: / by zero");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void theFirstOfTwoStagesStaysRecordedWhenTheSecondFails() {
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(twoDataStages("RETURN 1 / 0")))
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '001' failed: / by zero
                          RETURN 1 / 0
                        It runs in several transactions, so what the finished ones did stays, and is recorded.
                        Done before it: nothing. Not run: nothing.
                        To fix this: correct the statement, and upgrade again: it goes on with the statement that failed.""");
        assertThat(graph.count("Album")).isOne();
        assertThat(graph.applied()).containsExactly("001 applying");
        assertThat(graph.stages()).containsExactly("001 1 DATA done", "001 2 SCHEMA done");
    }

    @Test
    void theNextUpgradeGoesOnBehindWhatIsDone() {
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(twoDataStages("RETURN 1 / 0")))
                        .upgrade())
                .isInstanceOf(StepFailedException.class);

        Acts.migrator(SERVER, Acts.first(twoDataStages("CREATE (:Track)"))).upgrade();

        assertThat(graph.count("Album")).isOne();
        assertThat(graph.count("Track")).isOne();
        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.stages()).isEmpty();
        assertThat(graph.log()).containsExactly("failure 001", "upgrade 001");
    }

    @Test
    void callsOfAFinishedStageAnswerWhatTheyAnswered() {
        List<Changes> answers = new ArrayList<>();
        List<String> read = new ArrayList<>();
        String[] last = {"RETURN 1 / 0"};
        Act act = cypher -> {
            answers.add(cypher.run("CREATE (:Album {title: 'Post'}), (:Album {title: 'Vespertine'})"));
            read.addAll(cypher.query("MATCH (a:Album) RETURN a.title AS title ORDER BY title", row -> row.get("title")
                    .asString()));
            cypher.schema().create(TITLES);
            cypher.run(last[0]);
        };
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(act)).upgrade())
                .isInstanceOf(StepFailedException.class);
        answers.clear();
        read.clear();
        last[0] = "CREATE (:Track)";

        Acts.migrator(SERVER, Acts.first(act)).upgrade();

        // twice it is only asked what it would run
        assertThat(answers).last().isEqualTo(new Changes(2, 0, 0, 0, 2, 2, 0));
        assertThat(read).containsExactly("Post", "Vespertine");
        assertThat(graph.count("Album")).isEqualTo(2);
    }

    @Test
    void parametersMayBeNull() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("title", null);

        Acts.migrator(
                        SERVER,
                        Acts.first(cypher -> cypher.run("CREATE (:Album {title: $title, year: 1995})", parameters)))
                .upgrade();

        assertThat(graph.number("MATCH (a:Album) WHERE a.title IS NULL RETURN a.year"))
                .isEqualTo(1995);
    }

    @Test
    void aRevisionThatRunsNothingIsRecordedToo() {
        Acts.migrator(SERVER, Acts.first(Acts.NOTHING)).upgrade();

        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.heads()).containsExactly("001");
    }

    @Test
    void aMigrationThatRunsMoreThanItSaidIsRecordedWithAllOfIt() {
        Act moody = cypher -> {
            if (cypher.run("CREATE (:Album), (:Album)").nodesCreated() == 2) {
                cypher.run("CREATE (:Track)");
            }
        };

        Acts.migrator(SERVER, Acts.first(moody)).upgrade();

        assertThat(graph.count("Track")).isOne();
        assertThat(graph.recorded("001", "up")).isEqualTo("CREATE (:Album), (:Album);\nCREATE (:Track)");
    }

    @Test
    void aMigrationThatHasMoreStagesThanItSaidIsRunAllTheSame() {
        Act moody = cypher -> {
            if (cypher.run("CREATE (:Album), (:Album)").nodesCreated() == 2) {
                cypher.schema().create(TITLES);
            }
        };

        Acts.migrator(SERVER, Acts.first(moody)).upgrade();

        assertThat(graph.count("Album")).isEqualTo(2);
        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void aSchemaStageThatFailedFailsTheStepEvenIfTheMigrationCatchesIt() {
        SERVER.run("CREATE INDEX album_title FOR (t:Track) ON (t.title)");
        Act careless = cypher -> {
            try {
                cypher.schema().create(TITLES);
            } catch (SchemaConflictException e) {
                // as a careless author would
            }
            MAKES_ALBUM.on(cypher);
        };

        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(careless)).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(SchemaConflictException.class);
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).containsExactly("001 applying");
    }

    @Test
    void aStatementThatBelongsIntoAnotherStageIsRefusedUnrun() {
        Act misplaced = Acts.running("CREATE INDEX album_title FOR (a:Album) ON (a.title)");

        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(MAKES_ALBUM), Acts.second(misplaced))
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("This statement changes the schema and was not run")
                .hasMessageContaining("run it by schema(), in a stage of its own");
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    private static Act twoDataStages(String last) {
        return cypher -> {
            MAKES_ALBUM.on(cypher);
            cypher.schema().create(TITLES);
            cypher.run(last);
        };
    }
}
