package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.example.guide.Graph003TitlesOfRecordings;
import dev.waymark.example.guide.Graph004TidyTracks;
import dev.waymark.example.tracktion.graph.Graph001ConstraintAndIndex;
import dev.waymark.example.tracktion.graph.Graph002CopyRecordings;
import dev.waymark.example.tracktion.graph.PostgresRows;
import dev.waymark.migration.Migration;
import dev.waymark.neo4j.ClearScope;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphAutogenerate;
import dev.waymark.neo4j.GraphCounts;
import dev.waymark.neo4j.GraphRevision;
import dev.waymark.neo4j.GraphRevisionOptions;
import dev.waymark.neo4j.GraphSchema;
import dev.waymark.neo4j.GraphSchemaDiff;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.neo4j.Neo4jMigrationsHistory;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.run.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** What the guide to Neo4j shows works. */
class GraphGuideIT {

    private static final GraphSchema TRACKTION = GraphSchema.of(
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"));

    @RegisterExtension
    static final Server server = new Server();

    @RegisterExtension
    static final GraphServer graph = new GraphServer();

    private PGSimpleDataSource postgres;
    private Driver driver;

    @BeforeEach
    void openBoth() throws SQLException {
        postgres = server.emptyDatabase();
        driver = graph.driver();
    }

    @Test
    void theManualStepsHaveTheirCalls() {
        Migrator migrator = new Stores(postgres, driver).migrator().build();
        Neo4jDatabase neo4j = Neo4jDatabase.of(driver);

        migrator.upgrade("graph@head");
        GraphSchema schema = neo4j.snapshot(Settings.defaults());

        assertThat(schema.toCypher()).isEqualTo("""
                CREATE CONSTRAINT `recording_uuid_unique` FOR (n:`Recording`) REQUIRE n.`uuid` IS UNIQUE;
                CREATE RANGE INDEX `metadata_key_index` FOR (n:`Metadata`) ON (n.`key`);
                """);

        migrator.downgrade("graph@base");

        assertThat(neo4j.snapshot(Settings.defaults()).elements()).isEmpty();
    }

    @Test
    void theSchemaIsHeldAgainstTheModel() {
        Neo4jDatabase neo4j = Neo4jDatabase.of(driver).withLease(Duration.ofMinutes(1));
        new Stores(postgres, driver).migrator().build().upgrade();
        graph.run("CREATE INDEX by_hand FOR (m:Metadata) ON (m.value)");

        GraphAutogenerate autogenerate = GraphAutogenerate.of(neo4j, Settings.defaults());
        GraphSchemaDiff missing = autogenerate.check(TRACKTION);
        GraphSchemaDiff drift = autogenerate.drift();
        Optional<GraphRevision> revision = autogenerate.revision(
                TRACKTION.and(GraphSchema.textIndex("recording_title")
                        .node("Recording")
                        .on("title")),
                GraphRevisionOptions.of("graph_003", "Index titles", "com.example.revisions"));

        assertThat(missing.isEmpty()).isTrue();
        assertThat(drift.isEmpty()).isFalse();
        assertThat(revision.orElseThrow().toString()).contains("graph_003");
    }

    @Test
    void stagesGoUpAndDown() throws SQLException {
        Migrator migrator = Migrator.on(PostgresDatabase.of(postgres), Neo4jDatabase.of(driver))
                .revisions(Stream.concat(
                                Stream.of(Revisions.all()),
                                Stream.of(
                                        new Graph001ConstraintAndIndex(),
                                        new Graph002CopyRecordings(new PostgresRows(postgres)),
                                        new Graph003TitlesOfRecordings()))
                        .toArray(Migration<?>[]::new))
                .build();
        migrator.upgrade("009");
        Server.execute(postgres, """
                insert into recordings (file_path, file_name) values ('/music/a.flac', 'a.flac');
                insert into metadata (recording_id, key, value) select id, 'title', 'Blue Monday' from recordings
                """);

        migrator.upgrade();
        assertThat(graph.texts("MATCH (r:Recording) RETURN r.title")).containsExactly("Blue Monday");
        assertThat(GraphSize.of(driver).indexes()).isEqualTo(2);

        migrator.downgrade("graph_002");
        assertThat(graph.texts("MATCH (r:Recording) RETURN coalesce(r.title, 'none')"))
                .containsExactly("none");
        assertThat(GraphSize.of(driver).indexes()).isOne();
    }

    @Test
    void tracksAreTidied() {
        graph.run("CREATE CONSTRAINT FOR (t:Track) REQUIRE t.uuid IS UNIQUE");
        graph.run("CREATE (:Song {uuid: 'a', name: ' Blue Monday ', bpm: '130'})");

        Migrator.on(Neo4jDatabase.of(driver))
                .revisions(new Graph001ConstraintAndIndex(), new TidyTracksAlone())
                .build()
                .upgrade();

        assertThat(graph.texts("MATCH (t:Track) RETURN t.title + ' ' + (t.bpm + 1) + ' ' + t.plays"))
                .containsExactly("Blue Monday 131 1");
    }

    @Test
    void aGraphIsCountedAndCleared() {
        graph.run("CREATE (:Track)-[:NEXT]->(:Track)");

        Neo4jDatabase database = Neo4jDatabase.of(driver).disposable();
        database.clear(ClearScope.DATA_AND_SCHEMA, Settings.defaults());
        GraphCounts counts = database.counts(Settings.defaults());

        assertThat(counts.nodes()).isZero();
    }

    @Test
    void theHistoryOfNeo4jMigrationsIsStamped() {
        graph.run("""
                CREATE (:__Neo4jMigration {version: 'BASELINE'})
                    -[:MIGRATED_TO {at: datetime(), in: duration('PT1S'), by: 'me', connectedAs: 'me'}]->
                    (:__Neo4jMigration {version: '1', type: 'CYPHER', source: 'V1__One.cypher', description: 'One'})""");
        Neo4jDatabase database = Neo4jDatabase.of(driver);
        Migrator migrator =
                Migrator.on(database).revisions(new First(), new Second()).build();

        Neo4jMigrationsHistory.of(database)
                .revision(Map.of("1", "001", "1.1", "002"))
                .ifPresent(migrator::stamp);

        assertThat(migrator.current())
                .extracting(revision -> revision.id().value())
                .containsExactly("001");
    }

    @Test
    void aServerIsNamedByItsAddress() {
        String uri = graph.place().uri();

        Neo4jDatabase neo4j = Neo4jDatabase.of(uri, AuthTokens.none());

        assertThat(neo4j.snapshot(Settings.defaults()).elements()).isEmpty();
    }

    /** The same as in the guide, where there is nothing before it. */
    @Revision(id = "tidy", revises = "graph_001")
    private static final class TidyTracksAlone implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            new Graph004TidyTracks().up(cypher);
        }

        @Override
        public void down(CypherContext cypher) {
            new Graph004TidyTracks().down(cypher);
        }
    }

    @Revision(id = "001")
    private static final class First implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:First)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (n:First) DELETE n");
        }
    }

    @Revision(id = "002", revises = "001")
    private static final class Second implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Second)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (n:Second) DELETE n");
        }
    }
}
