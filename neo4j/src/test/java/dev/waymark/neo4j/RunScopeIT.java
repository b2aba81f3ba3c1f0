package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.StepFailedException;
import dev.waymark.migration.Migration;
import dev.waymark.run.Settings;
import dev.waymark.run.TransactionScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One transaction for a whole run, on request. */
class RunScopeIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Acts.First FIRST =
            new Acts.First(Acts.running("CREATE (:Album)"), Acts.running("MATCH (a:Album) DELETE a"));
    private static final Acts.Second SECOND =
            new Acts.Second(Acts.running("CREATE (:Track)"), Acts.running("MATCH (t:Track) DELETE t"));

    private final Graph graph = new Graph(SERVER);

    @Test
    void allStepsAreCommittedTogether() {
        together(FIRST, SECOND).upgrade();

        assertThat(graph.applied()).containsExactly("001 applied", "002 applied");
        assertThat(graph.heads()).containsExactly("002");
        assertThat(graph.log()).containsExactly("upgrade 001", "upgrade 002");
    }

    @Test
    void nothingOfAnyStaysIfOneFails() {
        assertThatThrownBy(() -> together(FIRST, Acts.second(Acts.running("RETURN 1 / 0")))
                        .upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: / by zero
                          RETURN 1 / 0
                        The whole run was rolled back.
                        Done before it: nothing. Not run: nothing.
                        To fix this: correct the statement, and upgrade again.""");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void oneWithAStageOfItsOwnIsRefusedBeforeAnythingRuns() {
        Acts.Second staged = Acts.second(cypher -> cypher.schema()
                .create(GraphSchema.rangeIndex("album_title").node("Album").on("title")));

        assertThatThrownBy(() -> together(FIRST, staged).upgrade())
                .hasMessageContaining(
                        "Revision '002' has stages with transactions of their own, and one transaction for the whole run was asked for");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void oneWhoseStagesOnlyShowWhenItRunsTakesAllBack() {
        Acts.Second staged = Acts.second(cypher -> {
            cypher.query("RETURN 1 AS one", row -> row.get("one").asInt());
            cypher.schema()
                    .create(GraphSchema.rangeIndex("album_title").node("Album").on("title"));
        });

        assertThatThrownBy(() -> together(FIRST, staged).upgrade())
                .hasCauseInstanceOf(InvalidMigrationsException.class);
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.schema()).isEmpty();
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void theWayBackIsOneTransactionToo() {
        together(FIRST, SECOND).upgrade();

        together(FIRST, SECOND).downgrade("base");

        assertThat(graph.applied()).isEmpty();
        assertThat(graph.count("Album") + graph.count("Track")).isZero();
        assertThat(graph.log()).containsExactly("upgrade 001", "upgrade 002", "downgrade 002", "downgrade 001");
    }

    private static Migrator together(Migration<?>... revisions) {
        return Acts.builder(SERVER, revisions)
                .settings(Settings.defaults().withTransactions(TransactionScope.RUN))
                .build();
    }
}
