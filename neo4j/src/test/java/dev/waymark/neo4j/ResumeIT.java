package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StepFailedException;
import dev.waymark.neo4j.Acts.Act;
import dev.waymark.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step that stopped between its stages goes on, goes back, or says why it can't. */
class ResumeIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Index TITLES =
            GraphSchema.rangeIndex("album_title").node("Album").on("title");

    private final Graph graph = new Graph(SERVER);

    @Test
    void aFinishedStatementThatIsAnotherOneNowIsRefused() {
        interrupted();

        assertThatThrownBy(() -> migrator(cypher -> {
                            cypher.run("CREATE (:Album {title: 'Debut'})");
                            cypher.schema().create(TITLES);
                        })
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(ChangedStatementException.class)
                .hasMessage("""
                        The up of '001' failed: Statement 1 of '001' ran already, and it is another one now.
                        What ran:
                          CREATE (:Album {title: 'Post'})
                        What the code would run now:
                          CREATE (:Album {title: 'Debut'})
                        It runs in several transactions, so what the finished ones did stays, and is recorded.
                        Done before it: nothing. Not run: nothing.
                        To fix this: bring the statement back as it was, and change what follows it; or look at what the statements have left, and stamp.""");
        assertThat(graph.stages()).containsExactly("001 1 DATA done");
    }

    @Test
    void aFinishedStageThatIsOfAnotherKindNowIsRefused() {
        interrupted();

        assertThatThrownBy(
                        () -> migrator(cypher -> cypher.schema().create(TITLES)).upgrade())
                .hasCauseInstanceOf(ChangedStatementException.class);
    }

    @Test
    void aFinishedStatementThatIsLeftOutNowIsRefused() {
        interrupted();

        assertThatThrownBy(() -> migrator(Acts.NOTHING).upgrade()).hasCauseInstanceOf(ChangedStatementException.class);
        assertThat(graph.applied()).containsExactly("001 applying");
    }

    @Test
    void oneMoreStatementInAFinishedStageIsRefused() {
        interrupted();

        assertThatThrownBy(() -> migrator(cypher -> {
                            cypher.run("CREATE (:Album {title: 'Post'})");
                            cypher.run("CREATE (:Album {title: 'Debut'})");
                            cypher.schema().create(TITLES);
                        })
                        .upgrade())
                .hasCauseInstanceOf(ChangedStatementException.class);
        assertThat(graph.count("Album")).isOne();
    }

    @Test
    void aParameterMayBeAnotherOne() {
        assertThatThrownBy(() -> migrator(cypher -> {
                            cypher.run("CREATE (:Album {title: $title})", Map.of("title", "Post"));
                            cypher.schema().run("CREATE INDEX a FOR (a:Album) ON (a.x, a.x)");
                        })
                        .upgrade())
                .isInstanceOf(StepFailedException.class);

        migrator(cypher -> {
                    cypher.run("CREATE (:Album {title: $title})", Map.of("title", "Debut"));
                    cypher.schema().create(TITLES);
                })
                .upgrade();

        assertThat(graph.texts("MATCH (a:Album) RETURN a.title")).containsExactly("Post");
    }

    @Test
    void itIsToldThatTheStepGoesOn() {
        interrupted();
        List<RunEvent> events = new ArrayList<>();

        Acts.builder(SERVER, Acts.first(whole())).listener(events::add).build().upgrade();

        assertThat(events)
                .filteredOn(RunEvent.StepResumed.class::isInstance)
                .extracting(event -> ((RunEvent.StepResumed) event).statements())
                .containsExactly(1);
    }

    @Test
    void itGoesOnTwice() {
        interrupted();
        assertThatThrownBy(() -> migrator(cypher -> {
                            cypher.run("CREATE (:Album {title: 'Post'})");
                            cypher.schema().create(TITLES);
                            cypher.run("CREATE (:Track)");
                            cypher.schema().run("CREATE INDEX a FOR (a:Album) ON (a.x, a.x)");
                        })
                        .upgrade())
                .isInstanceOf(StepFailedException.class);
        assertThat(graph.stages()).containsExactly("001 1 DATA done", "001 2 SCHEMA done", "001 3 DATA done");

        migrator(cypher -> {
                    cypher.run("CREATE (:Album {title: 'Post'})");
                    cypher.schema().create(TITLES);
                    cypher.run("CREATE (:Track)");
                    cypher.schema()
                            .create(GraphSchema.rangeIndex("track")
                                    .node("Track")
                                    .on("title"));
                })
                .upgrade();

        assertThat(graph.count("Album")).isOne();
        assertThat(graph.count("Track")).isOne();
        assertThat(graph.schema()).containsExactly("album_title", "track");
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void itGoesBackInOneStage() {
        interrupted();

        Acts.migrator(SERVER, new Acts.First(whole(), Acts.running("MATCH (a:Album) DELETE a")))
                .downgrade("base");

        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).isEmpty();
        assertThat(graph.stages()).isEmpty();
        assertThat(graph.heads()).isEmpty();
    }

    @Test
    void itGoesBackInSeveralStages() {
        interrupted();

        Acts.migrator(SERVER, new Acts.First(whole(), cypher -> {
                    cypher.run("MATCH (a:Album) DELETE a");
                    cypher.schema().drop(TITLES);
                    cypher.run("MATCH (t:Track) DELETE t");
                }))
                .downgrade("base");

        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).isEmpty();
        assertThat(graph.log()).containsExactly("failure 001", "downgrade 001");
    }

    @Test
    void aWayBackThatStoppedGoesOnToo() {
        migrator(whole()).upgrade();
        assertThatThrownBy(() -> Acts.migrator(SERVER, new Acts.First(whole(), back("RETURN 1 / 0")))
                        .downgrade("base"))
                .isInstanceOf(StepFailedException.class);
        assertThat(graph.applied()).containsExactly("001 removing");

        Acts.migrator(SERVER, new Acts.First(whole(), back("MATCH (t:Track) DELETE t")))
                .downgrade("base");

        assertThat(graph.applied()).isEmpty();
        assertThat(graph.count("Track")).isZero();
        assertThat(graph.schema()).isEmpty();
    }

    @Test
    void whatIsBeingTakenBackDoesNotGoUp() {
        migrator(whole()).upgrade();
        Migrator migrator = Acts.migrator(SERVER, new Acts.First(whole(), back("RETURN 1 / 0")));
        assertThatThrownBy(() -> migrator.downgrade("base")).isInstanceOf(StepFailedException.class);

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageContaining("It was being taken back.");
    }

    private static Act back(String last) {
        return cypher -> {
            cypher.schema().drop(TITLES);
            cypher.run(last);
        };
    }

    private static Act whole() {
        return cypher -> {
            cypher.run("CREATE (:Album {title: 'Post'})");
            cypher.schema().create(TITLES);
            cypher.run("CREATE (:Track)");
        };
    }

    /** Stopped between the first stage and the second. */
    private void interrupted() {
        SERVER.run("CREATE INDEX album_title FOR (t:Other) ON (t.title)");
        assertThatThrownBy(() -> migrator(whole()).upgrade()).isInstanceOf(StepFailedException.class);
        SERVER.run("DROP INDEX album_title");
        assertThat(graph.stages()).containsExactly("001 1 DATA done");
    }

    private static Migrator migrator(Act up) {
        return Acts.migrator(SERVER, Acts.first(up));
    }
}
