package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.PendingRevisionsException;
import dev.waymark.error.StepFailedException;
import dev.waymark.error.UnsupportedFeatureException;
import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.LogEntry;
import dev.waymark.run.PreflightCheck;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a migrator tells of a graph's history, and how it changes that without running anything. */
class HistoryIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Acts.First FIRST = Acts.first(Acts.running("CREATE (:Artist)"));
    private static final Acts.Second SECOND = Acts.second(Acts.running("CREATE (:Album)"));
    private static final Acts.Third THIRD = Acts.third(Acts.running("CREATE (:Track)"));

    private final Graph graph = new Graph(SERVER);

    @Test
    void aStampRunsNothing() {
        migrator(FIRST, SECOND, THIRD).stamp("002");

        assertThat(graph.applied()).containsExactly("001 applied", "002 applied");
        assertThat(graph.heads()).containsExactly("002");
        assertThat(graph.count("Artist")).isZero();
        assertThat(graph.log()).containsExactly("stamp 001", "stamp 002");
    }

    @Test
    void aStampBelowTakesOut() {
        migrator(FIRST, SECOND, THIRD).upgrade();

        migrator(FIRST, SECOND, THIRD).stamp("001");

        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(graph.heads()).containsExactly("001");
        assertThat(graph.count("Track")).isOne();
    }

    @Test
    void aPurgedStampForgetsWhatTheCodeDoesNotKnow() {
        migrator(FIRST, SECOND, THIRD).upgrade();

        migrator(FIRST).stampPurged("001");

        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void aStampEndsAnUnfinishedStep() {
        Acts.Second broken = Acts.second(cypher -> {
            cypher.run("CREATE (:Album)");
            cypher.schema().run("CREATE INDEX nonsense FOR (a:Album) ON (a.x, a.x)");
        });
        assertThatThrownBy(() -> migrator(FIRST, broken).upgrade()).isInstanceOf(StepFailedException.class);
        assertThat(graph.applied()).containsExactly("001 applied", "002 applying");

        migrator(FIRST, broken).stamp("002");

        assertThat(graph.applied()).containsExactly("001 applied", "002 applied");
        assertThat(graph.stages()).isEmpty();
        assertThat(migrator(FIRST, broken, THIRD).upgrade().steps()).hasSize(1);
    }

    @Test
    void theLogTellsTheNewestFirst() {
        migrator(FIRST, SECOND).upgrade();
        migrator(FIRST, SECOND).downgrade("001");

        assertThat(migrator(FIRST, SECOND).log(2))
                .extracting(LogEntry::event)
                .containsExactly(LogEntry.Event.DOWNGRADE, LogEntry.Event.UPGRADE);
    }

    @Test
    void theHistoryTellsHowTheDatabaseHasEachRevision() {
        migrator(FIRST, SECOND).upgrade();

        assertThat(migrator(FIRST, SECOND, THIRD).history())
                .extracting(status ->
                        status.revision().id().value() + " " + status.applied().isPresent())
                .containsExactly("003 false", "002 true", "001 true");
        assertThat(migrator(FIRST, SECOND, THIRD).current())
                .extracting(applied -> applied.id().value())
                .containsExactly("002");
    }

    @Test
    void aStartThatOnlyChecksRefusesWhatIsPending() {
        migrator(FIRST).upgrade();

        assertThatThrownBy(() -> migrator(FIRST, SECOND).start(StartMode.CHECK))
                .isInstanceOf(PendingRevisionsException.class);
        assertThat(graph.count("Album")).isZero();
    }

    @Test
    void aStartThatWaitsReturnsOnceSomebodyElseHasUpgraded() {
        CompletableFuture<String> other = new CompletableFuture<>();
        other.completeAsync(() -> {
            migrator(FIRST, SECOND).upgrade();
            return "done";
        });

        assertThat(migrator(FIRST, SECOND).start(StartMode.WAIT).orElseThrow().to())
                .containsExactly(new RevisionId("002"));
        assertThat(other.join()).isEqualTo("done");
    }

    @Test
    void aStartWithNothingToDoReadsOneStatement() {
        migrator(FIRST, SECOND).upgrade();
        long token = graph.number("MATCH (l:__waymark_lock) RETURN l.token");

        assertThat(migrator(FIRST, SECOND)
                        .start(StartMode.UPGRADE)
                        .orElseThrow()
                        .steps())
                .isEmpty();

        assertThat(graph.number("MATCH (l:__waymark_lock) RETURN l.token")).isEqualTo(token);
    }

    @Test
    void eventsComeInOrder() {
        List<String> events = new ArrayList<>();

        Acts.builder(SERVER, FIRST, Acts.second(cypher -> {
                    cypher.run("CREATE (:Album)");
                    cypher.schema().run("CREATE INDEX album_title FOR (a:Album) ON (a.title)");
                }))
                .listener(event -> events.add(event.getClass().getSimpleName()
                        + (event instanceof RunEvent.StatementStarted started ? " " + started.number() : "")))
                .build()
                .upgrade();

        assertThat(events)
                .containsExactly(
                        "Planned",
                        "Preflighted",
                        "StepStarted",
                        "StatementStarted 1",
                        "StatementFinished",
                        "StepFinished",
                        "StepStarted",
                        "StatementStarted 1",
                        "StatementFinished",
                        "StatementStarted 2",
                        "StatementFinished",
                        "StepFinished",
                        "RunFinished");
    }

    @Test
    void whatTheEditionLacksIsRefusedBeforeAnythingRuns() {
        Acts.Second key = Acts.second(cypher -> cypher.schema()
                .create(GraphSchema.key("album_key").node("Album").on("title")));

        assertThatThrownBy(() -> migrator(FIRST, key).upgrade())
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(
                        "Revision '002': a node key constraint ('album_key') needs Neo4j Enterprise Edition")
                .hasMessageContaining("The database was not touched.");
        assertThat(graph.count("Artist")).isZero();
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void thePreflightWarnsOfAFailedIndex() {
        SERVER.run("CREATE (:Album {title: reduce(text = '0123456789', i IN range(1, 10) | text + text)})");
        SERVER.run("CREATE INDEX album_title FOR (a:Album) ON (a.title)");
        while (!graph.texts("SHOW INDEXES YIELD name, state WHERE name = 'album_title' RETURN state")
                .contains("FAILED")) {
            Thread.onSpinWait();
        }

        assertThat(migrator(FIRST).preflight().worst()).isEqualTo(PreflightCheck.Verdict.WARNING);
        assertThat(migrator(FIRST).preflight().describe()).contains("album_title");
    }

    @Test
    void aHistoryUnderAnotherPrefixIsAnotherOne() {
        migrator(FIRST).upgrade();

        Acts.builder(SERVER, FIRST)
                .settings(Settings.defaults().withHistory("public", "other"))
                .build()
                .upgrade();

        assertThat(graph.count("Artist")).isEqualTo(2);
        assertThat(graph.count("__other_revision")).isOne();
    }

    private static Migrator migrator(Migration<?>... revisions) {
        return Acts.migrator(SERVER, revisions);
    }
}
