package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.StepFailedException;
import dev.waymark.run.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run whose thread is interrupted. */
class InterruptedRunIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @AfterEach
    void forgetTheInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void givesTheLockBack() {
        assertThatThrownBy(() -> migrator(false).upgrade()).isInstanceOf(StepFailedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(SERVER.run("MATCH (l:__waymark_lock) WHERE l.owner IS NOT NULL RETURN l"))
                .isEmpty();
    }

    @Test
    void isInTheLog() {
        assertThatThrownBy(() -> migrator(false).upgrade()).isInstanceOf(StepFailedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(migrator(false).log(5)).extracting(LogEntry::event).containsExactly(LogEntry.Event.FAILURE);
    }

    @Test
    void saysWhatItsFinishedStagesHaveLeft() {
        assertThatThrownBy(() -> migrator(true).upgrade())
                .hasMessageContaining("what the finished ones did stays, and is recorded");
    }

    private static Migrator migrator(boolean staged) {
        return Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(new Tracks(staged))
                .build();
    }

    @Revision(id = "001", message = "Tracks")
    record Tracks(boolean staged) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            if (cypher.run("CREATE (:Track)").nodesCreated() > 5) {
                return;
            }
            if (staged) {
                cypher.schema().run("CREATE INDEX track_title FOR (n:Track) ON (n.title)");
            }
            if (cypher instanceof LiveCypherContext) {
                Thread.currentThread().interrupt();
            }
            cypher.run("CREATE (:Album)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Track) DELETE t");
        }
    }
}
