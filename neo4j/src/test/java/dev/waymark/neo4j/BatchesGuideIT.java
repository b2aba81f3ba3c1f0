package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.run.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** What the guide says of batches. */
class BatchesGuideIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static void batches(CypherContext cypher) {
        cypher.batches(Batch.untilNothingIsLeft("""
                MATCH (n:Track) WHERE n.title <> trim(n.title)
                WITH n LIMIT $size
                SET n.title = trim(n.title)
                RETURN count(n) AS rows"""));

        cypher.batches(Batch.overNodes("Track", "uuid", "SET n.plays = coalesce(n.plays, 0) + $by")
                .with(Map.of("by", 1))
                .inPagesOf(5_000));
    }

    private static void refactorings(CypherContext cypher) {
        Refactoring refactor = cypher.refactor();
        refactor.renameLabel("Song", "Track");
        refactor.renameProperty(Property.ofNodes("Track", "name"), "title");
        refactor.convertProperty(Property.ofNodes("Track", "bpm"), ValueType.INTEGER);
    }

    @Test
    void theGuidesBatchesAndRefactoringsRun() {
        SERVER.run("CREATE CONSTRAINT track_uuid FOR (n:Track) REQUIRE n.uuid IS UNIQUE");
        SERVER.run("CREATE (:Song {uuid: 'a', name: ' A ', bpm: '120'})");

        OneRevision.up(cypher -> {
                    refactorings(cypher);
                    batches(cypher);
                })
                .on(SERVER)
                .upgrade();

        assertThat(SERVER.run("MATCH (n:Track) RETURN properties(n) AS n")
                        .get(0)
                        .get("n")
                        .asMap())
                .isEqualTo(Map.of("uuid", "a", "title", "A", "bpm", 120L, "plays", 1L));
    }

    @Test
    void theGuidesClearingRuns() {
        SERVER.run("CREATE (:A)");
        Driver driver = SERVER.driver();

        Neo4jDatabase database = Neo4jDatabase.of(driver).disposable();
        database.clear(ClearScope.DATA_AND_SCHEMA, Settings.defaults());
        GraphCounts counts = database.counts(Settings.defaults());

        assertThat(counts.nodes()).isZero();
    }

    @Test
    void theGuidesImportRuns() {
        SERVER.run(
                "CREATE (:__Neo4jMigration {version: 'BASELINE'})-[:MIGRATED_TO {at: datetime(), connectedAs: 'neo4j'}]->"
                        + "(:__Neo4jMigration {version: '1', type: 'JAVA', source: 'x'})");
        Neo4jDatabase database = Neo4jDatabase.of(SERVER.driver());
        Migrator migrator = OneRevision.up(cypher -> cypher.run("RETURN 1")).on(SERVER);

        Neo4jMigrationsHistory.of(database)
                .revision(Map.of("1", "001", "1.1", "002"))
                .ifPresent(migrator::stamp);

        assertThat(migrator.current()).hasSize(1);
    }
}
