package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.StepFailedException;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.LogEntry;
import dev.waymark.run.Settings;
import dev.waymark.run.TransactionScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A history that is not written in the transactions of the data. Community Edition has one database, so here it is the
 * same one, reached as if it were another.
 */
class HistoryApartIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @Test
    void aStepThatWasCommittedAndNotRecordedIsRecordedByWhoeverTakesTheLockNext() {
        migrator(new Tracks()).upgrade();
        SERVER.run("MATCH (r:__waymark_revision) DELETE r");
        SERVER.run("MATCH (l:__waymark_log) DELETE l");
        SERVER.run("MATCH (h:__waymark_head) SET h.heads = []");
        SERVER.run(
                "CREATE (:__waymark_journal {target: 'neo4j', closed: true, up: true, id: '001', before: [], after: ['001'],"
                        + " event: 'upgrade', took: 5, run: '6f1c1c5e-31a4-4f0b-8c1c-111111111111',"
                        + " `revision.message`: 'Tracks', `revision.revises`: [], `revision.dependsOn`: [], `revision.labels`: [],"
                        + " `revision.transactional`: true, `revision.digest`: 'd', `origin.by`: 'me', `origin.from`: 'here',"
                        + " `origin.run`: '6f1c1c5e-31a4-4f0b-8c1c-111111111111', `origin.waymark`: '0'})");

        migrator(new Tracks()).stamp("001");

        assertThat(migrator(new Tracks()).current())
                .extracting(AppliedRevision::id)
                .containsExactly(new RevisionId("001"));
        assertThat(migrator(new Tracks()).log(5)).extracting(LogEntry::event).contains(LogEntry.Event.UPGRADE);
        assertThat(SERVER.run("MATCH (j:__waymark_journal) RETURN j")).isEmpty();
        assertThat(SERVER.run("MATCH (t:Track) RETURN t")).hasSize(1);
    }

    @Test
    void aStepOfSeveralStagesGoesOnBehindTheLastOneThatWasCommitted() {
        assertThatThrownBy(() -> migrator(new Stages(true)).upgrade()).isInstanceOf(StepFailedException.class);

        migrator(new Stages(false)).upgrade();

        assertThat(SERVER.run("MATCH (t:Track) RETURN t")).hasSize(2);
        assertThat(migrator(new Stages(false)).current())
                .extracting(AppliedRevision::state)
                .containsExactly(AppliedRevision.State.APPLIED);
        assertThat(SERVER.run("MATCH (s:__waymark_stage) RETURN s")).isEmpty();
        assertThat(SERVER.run("MATCH (j:__waymark_journal) RETURN j")).isEmpty();
    }

    @Test
    void stagesOfAnotherLifeOfARevisionAreNotBelieved() {
        assertThatThrownBy(() -> migrator(new Stages(true)).upgrade()).isInstanceOf(StepFailedException.class);
        SERVER.run("MATCH (t:Track) DELETE t");
        SERVER.run("DROP INDEX track_title");
        migrator(new Stages(false)).stamp("base");

        migrator(new Stages(false)).upgrade();

        assertThat(SERVER.run("MATCH (t:Track) RETURN t")).hasSize(2);
        assertThat(SERVER.live().schema().elements()).hasSize(1);
    }

    @Test
    void severalStepsCannotShareATransaction() {
        Migrator together = Migrator.on(Neo4jDatabase.of(SERVER.driver()).withHistoryIn("neo4j"))
                .settings(Settings.defaults().withTransactions(TransactionScope.RUN))
                .revisions(new Tracks(), new More())
                .build();

        assertThatThrownBy(together::upgrade).hasMessageContaining("the history is in another database than the data");

        assertThat(SERVER.run("MATCH (t:Track) RETURN t")).isEmpty();
    }

    @Test
    void theWayDownIsRecordedToo() {
        migrator(new Stages(false)).upgrade();

        migrator(new Stages(false)).downgrade("base");

        assertThat(migrator(new Stages(false)).current()).isEmpty();
        assertThat(SERVER.run("MATCH (t:Track) RETURN t")).isEmpty();
        assertThat(SERVER.live().schema().elements()).isEmpty();
    }

    private static Migrator migrator(CypherMigration migration) {
        return Migrator.on(Neo4jDatabase.of(SERVER.driver()).withHistoryIn("neo4j"))
                .revisions(migration)
                .build();
    }

    @Revision(id = "001", message = "Tracks")
    static final class Tracks implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Track {title: 'One'})");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Track) DELETE t");
        }
    }

    @Revision(id = "002", revises = "001", message = "More")
    static final class More implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Track {title: 'Two'})");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Track {title: 'Two'}) DELETE t");
        }
    }

    @Revision(id = "001", message = "Stages")
    record Stages(boolean fails) implements CypherMigration {

        private static final Index TITLE =
                GraphSchema.rangeIndex("track_title").node("Track").on("title");

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Track {title: 'One'})");
            cypher.schema().create(TITLE);
            cypher.run("CREATE (:Track {title: 'Two'})");
            if (fails) {
                throw new IllegalStateException("interrupted");
            }
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Track) DELETE t");
            cypher.schema().drop(TITLE);
        }
    }
}
