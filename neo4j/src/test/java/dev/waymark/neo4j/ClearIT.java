package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.NotDisposableException;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClearIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final OneRevision REVISION = OneRevision.up(cypher -> {
        cypher.schema()
                .run(
                        "CREATE CONSTRAINT a_id FOR (n:A) REQUIRE n.id IS UNIQUE",
                        "CREATE TEXT INDEX a_text FOR (n:A) ON (n.text)");
        cypher.run("UNWIND range(1, 11000) AS i CREATE (:A:`B b` {id: i})-[:TO]->(:C)");
    });

    private static Neo4jDatabase database() {
        return Neo4jDatabase.of(SERVER.driver());
    }

    @Test
    void aDatabaseThatIsNotDisposableIsNotTouched() {
        SERVER.run("CREATE (:A)");

        assertThatThrownBy(() -> database().clear(ClearScope.DATA, Settings.defaults()))
                .isInstanceOf(NotDisposableException.class);

        assertThat(SERVER.run("MATCH (n) RETURN n")).hasSize(1);
    }

    @Test
    void dataGoesInPagesAndTheHistoryStays() {
        REVISION.on(SERVER).upgrade();

        Changes changes = database().disposable().clear(ClearScope.DATA, Settings.defaults());

        assertThat(changes).isEqualTo(new Changes(0, 22_000, 0, 11_000, 0, 0, 0));
        assertThat(database().counts(Settings.defaults()))
                .isEqualTo(new GraphCounts(0, 0, new TreeMap<>(), new TreeMap<>()));
        assertThat(REVISION.on(SERVER).current()).hasSize(1);
        assertThat(database().snapshot(Settings.defaults()).elements()).hasSize(2);
    }

    @Test
    void withTheSchemaTheHistoryGoesToo() {
        REVISION.on(SERVER).upgrade();

        Changes unused = database().disposable().clear(ClearScope.DATA_AND_SCHEMA, Settings.defaults());

        assertThat(REVISION.on(SERVER).current()).isEmpty();
        assertThat(REVISION.on(SERVER).log(5)).isEmpty();
        assertThat(database().snapshot(Settings.defaults()).elements()).isEmpty();
        assertThat(REVISION.on(SERVER).upgrade().steps()).hasSize(1);
    }

    @Test
    void itWaitsForTheLock() {
        try (DatabaseSession<CypherContext> session = database().open(Settings.defaults())) {
            session.lock(waiting -> {});

            assertThatThrownBy(() -> database()
                            .disposable()
                            .clear(ClearScope.DATA, Settings.defaults().withLockWait(Duration.ZERO)))
                    .isInstanceOf(LockNotAcquiredException.class);
        }
    }

    @Test
    void nodesAndRelationshipsAreCountedWithoutTheHistory() {
        REVISION.on(SERVER).upgrade();
        SERVER.run("CREATE ()");

        GraphCounts counts = database().counts(Settings.defaults());

        assertThat(counts.nodes()).isEqualTo(22_001);
        assertThat(counts.relationships()).isEqualTo(11_000);
        assertThat(counts.nodesByLabel()).isEqualTo(Map.of("A", 11_000L, "B b", 11_000L, "C", 11_000L));
        assertThat(counts.relationshipsByType()).isEqualTo(Map.of("TO", 11_000L));
    }
}
