package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.StepFailedException;
import dev.waymark.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

class BatchesIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Batch DRAIN = Batch.untilNothingIsLeft(
                    "MATCH (n:Old) WITH n LIMIT $size SET n:New, n.made = coalesce(n.made, 0) + 1 REMOVE n:Old RETURN count(n) AS rows")
            .inPagesOf(10);

    private static final Batch KEYED =
            Batch.overNodes("Old", "id", "SET n.made = coalesce(n.made, 0) + 1").inPagesOf(10);

    @BeforeEach
    void fill() {
        SERVER.run("UNWIND range(1, 35) AS i CREATE (:Old {id: i})");
    }

    private static void makeUnique() {
        SERVER.run("CREATE CONSTRAINT old_id FOR (n:Old) REQUIRE n.id IS UNIQUE");
    }

    @Test
    void goesOnUntilNothingIsLeft() {
        AtomicReference<Changes> changes = new AtomicReference<>();

        OneRevision.up(cypher -> changes.set(cypher.batches(DRAIN))).on(SERVER).upgrade();

        assertThat(count("MATCH (n:New) WHERE n.made = 1 AND NOT n:Old")).isEqualTo(35);
        assertThat(changes.get()).isEqualTo(new Changes(0, 0, 0, 0, 35, 35, 35));
    }

    @Test
    void listenersAreToldOfEachPage() {
        List<RunEvent.StatementFinished> pages = new ArrayList<>();
        Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(OneRevision.up(cypher -> cypher.batches(DRAIN)))
                .listener(event -> {
                    if (event instanceof RunEvent.StatementFinished finished) {
                        pages.add(finished);
                    }
                })
                .build()
                .upgrade();

        assertThat(pages).extracting(RunEvent.StatementFinished::changed).containsExactly(30, 30, 30, 15, 0);
        assertThat(pages).extracting(RunEvent.StatementFinished::number).containsOnly(1);
    }

    @Test
    void aKeyGivesEachNodeItsTurnOnce() {
        makeUnique();

        OneRevision.up(cypher -> cypher.batches(KEYED)).on(SERVER).upgrade();

        assertThat(count("MATCH (n:Old) WHERE n.made = 1")).isEqualTo(35);
    }

    @Test
    void relationshipsHaveTheirTurnOnceToo() {
        SERVER.run("MATCH (n:Old) CREATE (n)-[:NEXT {id: toString(n.id)}]->(n)");
        SERVER.run("CREATE CONSTRAINT next_id FOR ()-[r:NEXT]-() REQUIRE r.id IS UNIQUE");
        Batch batch = Batch.overRelationships("NEXT", "id", "SET r.made = coalesce(r.made, 0) + $by")
                .with(Map.of("by", 3))
                .inPagesOf(4);

        OneRevision.up(cypher -> cypher.batches(batch)).on(SERVER).upgrade();

        assertThat(count("MATCH ()-[n:NEXT]->() WHERE n.made = 3")).isEqualTo(35);
    }

    @Test
    void aStepThatFailedInAPageGoesOnBehindTheOneBeforeIt() {
        makeUnique();
        SERVER.run("MATCH (n:Old {id: 25}) SET n.by = 0");
        Batch batch = Batch.overNodes("Old", "id", "SET n.made = coalesce(n.made, 0) + 1 / coalesce(n.by, 1)")
                .inPagesOf(10);
        Migrator migrator = OneRevision.up(cypher -> cypher.batches(batch)).on(SERVER);

        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        assertThat(count("MATCH (n:Old) WHERE n.made = 1")).isEqualTo(20);
        SERVER.run("MATCH (n:Old {id: 25}) REMOVE n.by");
        migrator.upgrade();

        assertThat(count("MATCH (n:Old) WHERE n.made = 1")).isEqualTo(35);
    }

    @Test
    void aFinishedBatchAnswersWhatItChangedThen() {
        List<Changes> answers = new ArrayList<>();
        SERVER.run("CREATE (:Old {by: 0})");
        Migrator migrator = OneRevision.up(cypher -> {
                    answers.add(cypher.batches(DRAIN));
                    cypher.run("MATCH (n) WHERE n.by = 0 SET n.by = 1 / n.by");
                })
                .on(SERVER);

        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        SERVER.run("MATCH (n) WHERE n.by = 0 REMOVE n.by");
        migrator.upgrade();

        // rehearsals ask too, and are answered otherwise
        assertThat(answers).filteredOn(changes -> changes.labelsAdded() == 36).hasSize(2);
        assertThat(count("MATCH (n:New) WHERE n.made = 1")).isEqualTo(36);
    }

    @Test
    void anotherKeyIsNotGoneOnWith() {
        makeUnique();
        SERVER.run("CREATE CONSTRAINT old_other FOR (n:Old) REQUIRE n.other IS UNIQUE");
        SERVER.run("MATCH (n:Old) SET n.other = -n.id");
        Batch failing =
                Batch.overNodes("Old", "id", "SET n.made = 1 / (25 - n.id)").inPagesOf(10);
        Migrator first = OneRevision.up(cypher -> cypher.batches(failing)).on(SERVER);
        assertThatThrownBy(first::upgrade).isInstanceOf(StepFailedException.class);

        Batch changed = Batch.overNodes("Old", "other", "SET n.made = 1");
        Migrator second = OneRevision.up(cypher -> cypher.batches(changed)).on(SERVER);

        assertThatThrownBy(second::upgrade).hasRootCauseInstanceOf(ChangedStatementException.class);
        assertThat(count("MATCH (n:Old) WHERE n.made IS NOT NULL")).isEqualTo(20);
    }

    @Test
    void aKeyWithoutAConstraintIsRefused() {
        assertThat(failure(KEYED)).contains("no uniqueness or key constraint stands on id of Old");
        assertThat(count("MATCH (n:Old) WHERE n.made IS NOT NULL")).isZero();
    }

    @Test
    void keysWithoutOneOrderAreRefused() {
        makeUnique();
        SERVER.run("CREATE (:Old {id: 'one'})");
        assertThat(failure(KEYED)).contains("keys are of several kinds, or without an order: ");

        SERVER.run("MATCH (n:Old {id: 'one'}) REMOVE n.id");
        assertThat(failure(KEYED)).contains("none that has an order (NULL)");
    }

    @Test
    void aBatchThatWouldNeverEndIsRefused() {
        assertThat(failure(Batch.untilNothingIsLeft("MATCH (n:Old) WITH n LIMIT $size RETURN count(n) AS rows")))
                .contains("found 35 rows and changed nothing");
    }

    @Test
    void aPageThatDoesNotTellItsRowsIsRefused() {
        assertThat(failure(Batch.untilNothingIsLeft("MATCH (n:Old) WITH n LIMIT $size REMOVE n:Old")))
                .contains("did not return one row with a column rows");
        assertThat(count("MATCH (n:Old)")).isEqualTo(35);
    }

    @Test
    void whatAPageRefusesIsRolledBackWithIt() {
        Batch batch = Batch.untilNothingIsLeft("""
                MATCH (n:Old) WITH n ORDER BY n.id LIMIT $size REMOVE n:Old
                RETURN count(n) AS rows, 'at ' + head([id IN collect(n.id) WHERE id = 25]) AS refused""").inPagesOf(10);

        assertThat(failure(batch)).contains("It was refused: at 25");
        assertThat(count("MATCH (n:Old)")).isEqualTo(15);
    }

    @Test
    void theRecordIsEnoughToGoBackBy() {
        makeUnique();
        Batch back = Batch.overNodes("Old", "id", "SET n.made = n.made - $by").with(Map.of("by", 5));
        new OneRevision(cypher -> cypher.run("MATCH (n:Old) SET n.made = 5"), cypher -> cypher.batches(back))
                .on(SERVER)
                .upgrade();

        Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(new Older())
                .build()
                .downgradeAsRecorded("base");

        assertThat(count("MATCH (n:Old) WHERE n.made = 0")).isEqualTo(35);
    }

    @Test
    void whatAnotherTransactionDeletesUnderAPageIsLeftOut() throws Exception {
        CompletableFuture<Void> upgrade;
        try (Session session = SERVER.driver().session()) {
            Transaction open = session.beginTransaction();
            open.run("MATCH (n:Old {id: 3}) SET n.held = true").consume();
            upgrade = CompletableFuture.runAsync(() ->
                    OneRevision.up(cypher -> cypher.batches(DRAIN)).on(SERVER).upgrade());
            awaitBlocked();
            open.run("MATCH (n:Old {id: 3}) DELETE n").consume();
            open.commit();
        }
        upgrade.get();

        assertThat(count("MATCH (n:New) WHERE n.made = 1")).isEqualTo(34);
    }

    private static void awaitBlocked() throws InterruptedException {
        long blocked = 0;
        while (blocked == 0) {
            Thread.sleep(50);
            blocked = SERVER.run(
                            "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS n")
                    .get(0)
                    .get("n")
                    .asLong();
        }
    }

    private static String failure(Batch batch) {
        try {
            OneRevision.up(cypher -> cypher.batches(batch)).on(SERVER).upgrade();
            return "";
        } catch (StepFailedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static long count(String match) {
        List<Record> rows = SERVER.run(match + " RETURN count(*) AS n");
        return rows.get(0).get("n").asLong();
    }

    /** All that a build has that does not know the revision. */
    @Revision(id = "000")
    private record Older() implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("RETURN 1");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("RETURN 1");
        }
    }
}
