package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.StepFailedException;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.SqlContext;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.RunEvent;
import dev.waymark.run.RunReport;
import dev.waymark.run.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** One plan over PostgreSQL and Neo4j, each with its own history. */
class TwoStoresIT {

    private static final String RECORDINGS = """
            insert into recordings (file_path, file_name) values ('/music/a.flac', 'a.flac'), ('/music/b.flac', 'b.flac');
            insert into metadata (recording_id, key, value) select id, 'title', file_name from recordings;
            insert into tracklists (recording_id, source) select id, 'cue' from recordings
            """;

    @RegisterExtension
    static final Server server = new Server();

    @RegisterExtension
    static final GraphServer graph = new GraphServer();

    private final List<RunEvent> events = new ArrayList<>();

    private PGSimpleDataSource postgres;
    private Stores stores;
    private Migrator migrator;

    @BeforeEach
    void openBoth() throws SQLException {
        postgres = server.emptyDatabase();
        stores = new Stores(postgres, graph.driver());
        migrator = stores.migrator().listener(events::add).build();
    }

    @Test
    void onePlanGoesUpThroughBoth() throws SQLException {
        RunReport report = migrator.upgrade();

        assertThat(ids(report))
                .containsExactly(
                        "001", "002", "003", "004", "005", "006", "007", "008", "009", "graph_001", "graph_002");
        assertThat(heads()).containsExactly("009", "graph_002");
        assertThat(inPostgres()).containsExactly("009");
        assertThat(inNeo4j()).containsExactly("graph_002");
        assertThat(stores.catalog()).isEqualTo(new CatalogCounts(11, 53, 27));
        assertThat(stores.graph()).isEqualTo(new GraphSize(1, 1, 0, 0, 0));
    }

    @Test
    void theWayDownIsTheReverseThroughBoth() throws SQLException {
        migrator.upgrade();

        RunReport report = migrator.downgrade("base");

        assertThat(ids(report))
                .containsExactly(
                        "graph_002", "graph_001", "009", "008", "007", "006", "005", "004", "003", "002", "001");
        assertThat(inPostgres()).isEmpty();
        assertThat(inNeo4j()).isEmpty();
        assertThat(stores.catalog()).isEqualTo(new CatalogCounts(0, 0, 0));
        assertThat(stores.graph()).isEqualTo(new GraphSize(0, 0, 0, 0, 0));
    }

    @Test
    void recordingsAreCopiedFromOneToTheOther() throws SQLException {
        migrator.upgrade("009");
        Server.execute(postgres, RECORDINGS);
        Server.execute(postgres, "update recordings set deleted_at = now() where file_name = 'b.flac'");

        migrator.upgrade("graph@head");

        assertThat(stores.graph()).isEqualTo(new GraphSize(1, 1, 1, 1, 1));
        assertThat(graph.texts("MATCH (r:Recording)-[:HAS_METADATA]->(m {key: 'title'}) WHERE (r)-[:HAS_TRACKLIST]->()"
                        + " RETURN r.file_path + ' ' + m.value"))
                .containsExactly("/music/a.flac a.flac");
    }

    @Test
    void theGraphIsMadeAnewByItself() throws SQLException {
        migrator.upgrade("009");
        Server.execute(postgres, RECORDINGS);
        migrator.upgrade();

        migrator.downgrade("graph@base");
        assertThat(stores.graph()).isEqualTo(new GraphSize(0, 0, 0, 0, 0));
        assertThat(inPostgres()).containsExactly("009");

        migrator.upgrade("graph@head");
        assertThat(stores.graph()).isEqualTo(new GraphSize(1, 1, 2, 2, 2));
    }

    @Test
    void whatFailsInTheGraphLeavesPostgresRecorded() throws SQLException {
        graph.run("CREATE INDEX metadata_key_index FOR (s:Stranger) ON (s.key)");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("The up of 'graph_001' failed")
                .hasMessageContaining(
                        "Done before it: 001, 002, 003, 004, 005, 006, 007, 008, 009. Not run: graph_002.");
        assertThat(inPostgres()).containsExactly("009");

        graph.run("DROP INDEX metadata_key_index");
        assertThat(ids(migrator.upgrade())).containsExactly("graph_001", "graph_002");
        assertThat(heads()).containsExactly("009", "graph_002");
    }

    @Test
    void whatFailsInPostgresOnTheWayDownLeavesTheGraphDown() throws SQLException {
        migrator.upgrade();
        Server.execute(postgres, "create view in_the_way as select * from rename_proposals");

        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("The down of '003' failed");
        assertThat(inNeo4j()).isEmpty();
        assertThat(inPostgres()).containsExactly("003");

        Server.execute(postgres, "drop view in_the_way");
        assertThat(ids(migrator.downgrade("base"))).containsExactly("003", "002", "001");
    }

    @Test
    void aCopyThatIsInterruptedGoesOnBehindItsLastStage() throws SQLException {
        migrator.upgrade("009");
        Server.execute(postgres, RECORDINGS + "; alter table tracklists rename to away");

        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        assertThat(stores.graph()).isEqualTo(new GraphSize(1, 1, 2, 2, 0));

        Server.execute(postgres, "alter table away rename to tracklists");
        migrator.upgrade();

        assertThat(stores.graph()).isEqualTo(new GraphSize(1, 1, 2, 2, 2));
        assertThat(events).filteredOn(RunEvent.StepResumed.class::isInstance).hasSize(1);
    }

    @Test
    void nothingToDoTakesNoLockInEither() throws SQLException {
        migrator.upgrade();
        Settings settings = Settings.defaults().withLockWait(Duration.ZERO);
        try (DatabaseSession<SqlContext> one = PostgresDatabase.of(postgres).open(settings);
                DatabaseSession<CypherContext> other =
                        Neo4jDatabase.of(graph.driver()).open(settings)) {
            one.lock(waiting -> {});
            other.lock(waiting -> {});

            assertThat(stores.migrator().settings(settings).build().upgrade().steps())
                    .isEmpty();
        }
    }

    @Test
    void aStampIsForBoth() {
        migrator.stamp("heads");

        assertThat(inPostgres()).containsExactly("009");
        assertThat(inNeo4j()).containsExactly("graph_002");
        assertThat(migrator.upgrade().steps()).isEmpty();
    }

    private static List<String> ids(RunReport report) {
        return report.steps().stream().map(step -> step.step().id().value()).toList();
    }

    private List<String> heads() {
        return migrator.current().stream()
                .map(AppliedRevision::id)
                .map(RevisionId::value)
                .sorted()
                .toList();
    }

    private List<String> inPostgres() {
        try (DatabaseSession<SqlContext> session = PostgresDatabase.of(postgres).open(Settings.defaults())) {
            return session.headDigests().keySet().stream()
                    .map(RevisionId::value)
                    .toList();
        }
    }

    private List<String> inNeo4j() {
        try (DatabaseSession<CypherContext> session =
                Neo4jDatabase.of(graph.driver()).open(Settings.defaults())) {
            return session.headDigests().keySet().stream()
                    .map(RevisionId::value)
                    .toList();
        }
    }
}
