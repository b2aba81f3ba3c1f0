package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.HistoryAccessException;
import dev.waymark.run.AppliedRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the graph that neo4j-migrations 2 to 4 write, see its {@code Migrations#recordApplication}. */
class Neo4jMigrationsHistoryIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final String CHAIN = """
            CREATE (:__Neo4jMigration {version: 'BASELINE'})
                -[:MIGRATED_TO {at: datetime('2026-01-02T03:04:05Z'), in: duration({milliseconds: 1250}), by: 'ann',
                    connectedAs: 'neo4j'}]->
                (a:__Neo4jMigration {version: '1', description: 'Make', type: 'CYPHER', repeatable: false,
                    source: 'V1__Make.cypher', checksum: '12345'})
                -[:MIGRATED_TO {at: datetime('2026-01-01T00:00:00Z'), in: duration({milliseconds: 2}),
                    connectedAs: 'neo4j'}]->
                (:__Neo4jMigration {version: '1.1', type: 'JAVA', repeatable: false, source: 'V1_1__Fill'})
            CREATE (a)-[:REPEATED {at: datetime(), in: duration({milliseconds: 1}), connectedAs: 'neo4j'}]->(a)""";

    private static final Map<String, String> REVISIONS = Map.of("1", "000", "1.1", "001");

    private static Neo4jMigrationsHistory history() {
        return Neo4jMigrationsHistory.of(Neo4jDatabase.of(SERVER.driver()));
    }

    @Test
    void noHistoryIsAnEmptyOne() {
        assertThat(history().applied()).isEmpty();
        assertThat(history().revision(REVISIONS)).isEmpty();
    }

    @Test
    void aBaselineAloneIsAnEmptyOneToo() {
        SERVER.run("CREATE (:__Neo4jMigration {version: 'BASELINE'})");

        assertThat(history().applied()).isEmpty();
    }

    @Test
    void whatWasAppliedIsReadInTheOrderOfTheChain() {
        SERVER.run(CHAIN);

        assertThat(history().applied())
                .containsExactly(
                        new ForeignMigration(
                                "1",
                                "Make",
                                "CYPHER",
                                "V1__Make.cypher",
                                Optional.of("12345"),
                                Instant.parse("2026-01-02T03:04:05Z"),
                                Duration.ofMillis(1250),
                                "ann"),
                        new ForeignMigration(
                                "1.1",
                                "",
                                "JAVA",
                                "V1_1__Fill",
                                Optional.empty(),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Duration.ofMillis(2),
                                "neo4j"));
    }

    @Test
    void theHistoryOfAnotherTargetIsApart() {
        SERVER.run(CHAIN);
        SERVER.run("CREATE (:__Neo4jMigration {version: 'BASELINE', migrationTarget: 'other'})-[:MIGRATED_TO"
                + " {at: datetime(), connectedAs: 'neo4j'}]->"
                + "(:__Neo4jMigration {version: '9', type: 'JAVA', source: 'x', migrationTarget: 'other'})");

        assertThat(history().applied()).extracting(ForeignMigration::version).containsExactly("1", "1.1");
        assertThat(history().ofTarget("other").applied())
                .extracting(ForeignMigration::version)
                .containsExactly("9");
    }

    @Test
    void whatFailedUnderFlywayIsLeftOut() {
        SERVER.run(CHAIN);
        SERVER.run("MATCH (n:__Neo4jMigration {version: '1.1'}) SET n.flyway_failed = true");

        assertThat(history().applied()).extracting(ForeignMigration::version).containsExactly("1");
    }

    @Test
    void aVersionWithoutARevisionIsNamed() {
        SERVER.run(CHAIN);

        assertThatThrownBy(() -> history().revision(Map.of("1", "000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No revision answers to version 1.1");
    }

    @Test
    void aBrokenChainIsRefused() {
        SERVER.run(CHAIN);
        SERVER.run("MATCH (n:__Neo4jMigration {version: 'BASELINE'}) DETACH DELETE n");
        assertThatThrownBy(() -> history().applied())
                .isInstanceOf(HistoryAccessException.class)
                .hasMessageContaining("does not lead from BASELINE through all its nodes");

        SERVER.run("MATCH (n:__Neo4jMigration {version: '1'})"
                + " CREATE (n)-[:MIGRATED_TO {at: datetime()}]->(:__Neo4jMigration {version: '2'})");
        assertThatThrownBy(() -> history().applied()).hasMessageContaining("forks behind version 2");
    }

    @Test
    void whatWasAppliedIsStamped() {
        SERVER.run(CHAIN);
        Migrator migrator = OneRevision.up(cypher -> cypher.run("RETURN 1 / 0")).on(SERVER);

        history().revision(REVISIONS).ifPresent(migrator::stamp);

        assertThat(migrator.current())
                .extracting(AppliedRevision::id)
                .extracting(Object::toString)
                .containsExactly("001");
        assertThat(migrator.upgrade().steps()).isEmpty();
        assertThat(SERVER.run("MATCH (n:__Neo4jMigration) RETURN n")).hasSize(3);
    }
}
