package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.MigratorBuilder;
import dev.waymark.error.LockLostException;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.StepFailedException;
import dev.waymark.migration.Migration;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One migrator at a time changes a graph; who was thought dead and is not changes nothing any more. */
class LockIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final String THIEF = "MATCH (l:__waymark_lock) SET l.owner = 'thief', l.token = l.token + 1"
            + " WITH l MATCH (f:__waymark_fence) SET f.token = l.token";

    private static final Index TITLES =
            GraphSchema.rangeIndex("album_title").node("Album").on("title");

    private final Graph graph = new Graph(SERVER);

    @Test
    void itNamesItsHolder() {
        try (DatabaseSession<CypherContext> holder = holder(Duration.ofSeconds(30))) {
            assertThat(holder).isNotNull();
            assertThatThrownBy(() -> waiting(Duration.ZERO, Acts.first(Acts.NOTHING))
                            .build()
                            .upgrade())
                    .isInstanceOf(LockNotAcquiredException.class)
                    .message()
                    .matches("""
                            Another migrator is still at work; waited 0 s for its lock\\.
                              Held for \\d+ s by process %d on \\S+; its lease runs out in \\d+ s unless it renews it
                            The database was not touched\\.
                            To fix this: let it finish and call again, .*""".formatted(ProcessHandle.current().pid()));
        }
        assertThat(graph.applied()).isEmpty();
    }

    @Test
    void itIsWaitedFor() {
        DatabaseSession<CypherContext> holder = holder(Duration.ofSeconds(30));
        List<RunEvent> events = new ArrayList<>();

        waiting(Duration.ofMinutes(1), Acts.first(Acts.NOTHING))
                .listener(event -> {
                    events.add(event);
                    if (event instanceof RunEvent.LockWaited) {
                        holder.close();
                    }
                })
                .build()
                .upgrade();

        assertThat(events.get(0)).isInstanceOf(RunEvent.LockWaited.class);
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void aWaiterIsToldWhichStepTheHolderIsAt() {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Acts.First slow = Acts.first(cypher -> {
            cypher.run("CREATE (:Album)");
            Acts.live(cypher, () -> {
                awaitStep();
                seen.complete(holderSeen());
            });
        });

        upgradeWithLease(Duration.ofSeconds(1), slow);

        assertThat(seen.join()).contains("at work on up 001");
    }

    @Test
    void itIsTakenOverWhenItsLeaseHasRunOut() {
        Acts.migrator(SERVER, Acts.first(Acts.NOTHING)).upgrade();
        SERVER.run("MATCH (l:__waymark_lock) SET l.owner = 'dead', l.host = 'gone', l.pid = 1, l.since = timestamp(),"
                + " l.expires = timestamp() + 1500");

        long started = System.nanoTime();
        waiting(Duration.ofMinutes(1), Acts.first(Acts.NOTHING), Acts.second(Acts.NOTHING))
                .build()
                .upgrade();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(graph.applied()).containsExactly("001 applied", "002 applied");
    }

    @Test
    void itIsRenewedForAsLongAsAStepTakes() {
        Acts.First slow = Acts.first(cypher -> {
            cypher.run("CREATE (:Album)");
            Acts.live(cypher, () -> Thread.sleep(2_500));
            cypher.run("CREATE (:Track)");
        });

        upgradeWithLease(Duration.ofSeconds(1), slow);

        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void aLateHolderIsRefusedInADataStage() {
        Acts.Second late = Acts.second(cypher -> {
            Acts.live(cypher, () -> SERVER.run(THIEF));
            cypher.run("CREATE (:Album)");
        });

        assertThatThrownBy(() ->
                        Acts.migrator(SERVER, Acts.first(Acts.NOTHING), late).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(LockLostException.class)
                .hasMessageStartingWith(
                        "The up of '002' failed: This session no longer holds the lock of the history in");
        assertThat(graph.count("Album")).isZero();
        assertThat(graph.applied()).containsExactly("001 applied");
    }

    @Test
    void aLateHolderIsRefusedBeforeASchemaStage() {
        Acts.Second late = Acts.second(cypher -> {
            cypher.schema().create(TITLES);
            Acts.live(cypher, () -> SERVER.run(THIEF));
            cypher.schema()
                    .create(GraphSchema.rangeIndex("track_title").node("Track").on("title"));
        });

        assertThatThrownBy(() ->
                        Acts.migrator(SERVER, Acts.first(Acts.NOTHING), late).upgrade())
                .hasCauseInstanceOf(LockLostException.class);
        assertThat(graph.schema()).containsExactly("album_title");
        assertThat(graph.stages()).containsExactly("002 1 SCHEMA done");
    }

    @Test
    void aLateHolderIsRefusedBeforeABatchedStage() {
        Acts.Second late = Acts.second(cypher -> {
            cypher.schema().create(TITLES);
            Acts.live(cypher, () -> SERVER.run(THIEF));
            cypher.inTransactions(
                    "UNWIND range(1, 10) AS i CALL (i) { CREATE (:Album {i: i}) } IN TRANSACTIONS OF 5 ROWS", Map.of());
        });

        assertThatThrownBy(() ->
                        Acts.migrator(SERVER, Acts.first(Acts.NOTHING), late).upgrade())
                .hasCauseInstanceOf(LockLostException.class);
        assertThat(graph.count("Album")).isZero();
    }

    @Test
    void whoTakesOverWaitsForTheLateHoldersTransaction() {
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<String> next = new CompletableFuture<>();
        Acts.First late = Acts.first(cypher -> {
            cypher.run("CREATE (:Album)");
            Acts.live(cypher, () -> {
                SERVER.run("MATCH (l:__waymark_lock) SET l.expires = 0, l.owner = NULL");
                next.completeAsync(() -> {
                    waiting(Duration.ofMinutes(1), Acts.first(Acts.NOTHING), Acts.second(Acts.NOTHING))
                            .build()
                            .upgrade();
                    order.add("next");
                    return "done";
                });
                Thread.sleep(1_500);
                order.add("late");
            });
        });

        Acts.migrator(SERVER, late).upgrade();
        next.join();

        assertThat(order).containsExactly("late", "next");
        assertThat(graph.log()).containsExactly("upgrade 001", "upgrade 002");
    }

    @Test
    void whatOnlyReadsTakesNoneAndWorksWhileItIsHeld() {
        Acts.First first = Acts.first(Acts.NOTHING);
        Acts.migrator(SERVER, first).upgrade();
        long token = graph.number("MATCH (l:__waymark_lock) RETURN l.token");
        try (DatabaseSession<CypherContext> holder = holder(Duration.ofSeconds(30))) {
            assertThat(holder).isNotNull();
            Migrator migrator = waiting(Duration.ZERO, first).build();

            assertThat(migrator.upgrade().steps()).isEmpty();
            assertThat(migrator.current()).hasSize(1);
            assertThat(migrator.history()).hasSize(1);
            assertThat(migrator.log(5)).hasSize(1);
            assertThat(migrator.plan().steps()).isEmpty();
            assertThat(migrator.preflight().describe()).isNotEmpty();
            assertThat(migrator.start(StartMode.CHECK)).isPresent();
        }
        assertThat(graph.number("MATCH (l:__waymark_lock) RETURN l.token")).isEqualTo(token + 1);
    }

    @Test
    void itIsGivenBackAfterAFailureToo() {
        assertThatThrownBy(() -> Acts.migrator(SERVER, Acts.first(Acts.running("RETURN 1 / 0")))
                        .upgrade())
                .isInstanceOf(StepFailedException.class);

        waiting(Duration.ZERO, Acts.first(Acts.NOTHING)).build().upgrade();

        assertThat(graph.applied()).containsExactly("001 applied");
    }

    private static MigratorBuilder waiting(Duration lockWait, Migration<?>... revisions) {
        return Acts.builder(SERVER, revisions).settings(Settings.defaults().withLockWait(lockWait));
    }

    private static DatabaseSession<CypherContext> holder(Duration lease) {
        DatabaseSession<CypherContext> session =
                Neo4jDatabase.of(SERVER.driver()).withLease(lease).open(Settings.defaults());
        session.lock(waiting -> {});
        return session;
    }

    private static void upgradeWithLease(Duration lease, Migration<?> revision) {
        Migrator.on(Neo4jDatabase.of(SERVER.driver()).withLease(lease))
                .revisions(revision)
                .build()
                .upgrade();
    }

    private void awaitStep() throws InterruptedException {
        while (graph.texts("MATCH (l:__waymark_lock) RETURN l.step").contains("")) {
            Thread.sleep(20);
        }
    }

    private static String holderSeen() {
        try {
            waiting(Duration.ZERO, Acts.first(Acts.NOTHING)).build().upgrade();
            return "nobody";
        } catch (LockNotAcquiredException e) {
            return e.holder();
        }
    }
}
