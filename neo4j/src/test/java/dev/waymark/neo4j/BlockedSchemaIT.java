package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.MigratorBuilder;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** The server lets a schema command wait for open writers for ever; a migrator does not. */
class BlockedSchemaIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Acts.First INDEX = Acts.first(cypher -> cypher.schema()
            .create(GraphSchema.rangeIndex("album_title").node("Album").on("title")));

    private final Graph graph = new Graph(SERVER);
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void itIsEndedAndTheMessageNamesTheTransactionThatItWaitedFor() {
        try (Session session = SERVER.driver().session();
                Transaction writer = session.beginTransaction()) {
            writer.run("CREATE (:Album)").consume();

            assertThatThrownBy(() -> migrator(Duration.ZERO).build().upgrade())
                    .isInstanceOf(StepFailedException.class)
                    .hasCauseInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("The schema command could not get its locks in time; it waited for ")
                    .hasMessageContaining("neo4j-transaction-")
                    .hasMessageContaining("between two statements")
                    .hasMessageContaining("TERMINATE TRANSACTIONS");
        }
        assertThat(graph.schema()).isEmpty();
        assertThat(graph.markers()).isEmpty();
        assertThat(graph.applied()).containsExactly("001 applying");
    }

    @Test
    void itIsTriedAgainAndSucceedsOnceTheWriterEnds() {
        try (Session session = SERVER.driver().session();
                Transaction writer = session.beginTransaction()) {
            writer.run("CREATE (:Album)").consume();

            migrator(Duration.ofMinutes(2))
                    .listener(event -> {
                        events.add(event);
                        if (event instanceof RunEvent.StepRetried) {
                            writer.commit();
                        }
                    })
                    .build()
                    .upgrade();
        }
        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.applied()).containsExactly("001 applied");
        assertThat(events)
                .filteredOn(RunEvent.StepRetried.class::isInstance)
                .first()
                .satisfies(event -> {
                    RunEvent.StepRetried retried = (RunEvent.StepRetried) event;
                    assertThat(retried.reason()).isEqualTo("could not get its locks");
                    assertThat(retried.blocker())
                            .hasValueSatisfying(who -> assertThat(who).contains("neo4j-transaction-"));
                });
    }

    @Test
    void aWriterOfAnotherLabelIsNotWaitedFor() {
        try (Session session = SERVER.driver().session();
                Transaction writer = session.beginTransaction()) {
            writer.run("CREATE (:Track)").consume();

            migrator(Duration.ZERO).build().upgrade();
        }
        assertThat(graph.schema()).containsExactly("album_title");
    }

    @Test
    void whoeverComesAfterItIsNotHeldUpForLongerThanItsDeadline() {
        try (Session session = SERVER.driver().session();
                Transaction writer = session.beginTransaction()) {
            writer.run("CREATE (:Album)").consume();
            assertThatThrownBy(() -> migrator(Duration.ZERO).build().upgrade()).isInstanceOf(StepFailedException.class);

            SERVER.run("CREATE (:Album)");
        }
        assertThat(graph.count("Album")).isOne();
    }

    private static MigratorBuilder migrator(Duration retryFor) {
        return Acts.builder(SERVER, INDEX)
                .settings(Settings.defaults()
                        .withLockTimeout(Duration.ofSeconds(1))
                        .withRetryFor(retryFor));
    }
}
