package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.neo4j.Neo4jDatabase;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A holder that stands still for longer than its lease, and then wakes: SIGSTOP and SIGCONT. */
class FrozenHolderIT {

    @RegisterExtension
    static final Server SERVER = new Server();

    @Test
    void betweenTwoStagesAnotherTakesOverAndTheLateOneIsRefused() throws IOException {
        try (ChildJvm child = holder()) {
            child.await(PausingRevisions.INSIDE).say("on").await(PausingRevisions.BETWEEN);
            child.freeze();

            upgrade();

            child.thaw();
            assertThat(child.say("on").exitCode()).isEqualTo(1);
            assertThat(child.output())
                    .contains("The up of 'p2' failed: This session no longer holds the lock of the history in");
        }
        isOnceAndWhole();
    }

    @Test
    void insideADataStageAnotherWaitsForItsTransaction() throws Exception {
        try (ChildJvm child = holder()) {
            child.await(PausingRevisions.INSIDE);
            child.freeze();
            CompletableFuture<String> other = new CompletableFuture<>();
            other.completeAsync(() -> {
                upgrade();
                return "done";
            });
            Thread.sleep(4_000);
            assertThat(other).isNotDone();

            child.thaw();
            child.say("on");
            assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo("done");
            assertThat(child.exitCode()).isEqualTo(1);
        }
        isOnceAndWhole();
    }

    @Test
    void oneThatIsKilledInsideADataStageIsTakenOverWhenItsLeaseHasRunOut() throws IOException {
        try (ChildJvm child = holder()) {
            child.await(PausingRevisions.INSIDE);
            child.kill();

            upgrade();
        }
        isOnceAndWhole();
    }

    private static ChildJvm holder() throws IOException {
        return ChildJvm.start(SERVER.uri(), ChildMigrator.PAUSES).awaitReady().say("go");
    }

    private static void upgrade() {
        Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(PausingRevisions.all(where -> {}))
                .build()
                .upgrade();
    }

    private static void isOnceAndWhole() {
        assertThat(SERVER.texts("MATCH (r:__waymark_revision) RETURN r.id + ' ' + r.state ORDER BY r.id"))
                .containsExactly("p1 applied", "p2 applied");
        assertThat(SERVER.texts("MATCH (l:__waymark_log {event: 'upgrade'}) RETURN l.revision ORDER BY l.number"))
                .containsExactly("p1", "p2");
        assertThat(SERVER.texts("MATCH (n:Album|Track) RETURN labels(n)[0] AS label ORDER BY label"))
                .containsExactly("Album", "Album", "Track", "Track");
    }
}
