package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.Property;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A label and a property of a million nodes get other names, while somebody writes the old ones and the process is
 * killed.
 */
@Tag("full")
class MillionNodesIT {

    private static final int NODES = 1_000_000;
    private static final int KILLS = 2;
    private static final Duration BEFORE_KILL = Duration.ofSeconds(3);

    @RegisterExtension
    static final Server SERVER = new Server();

    @Test
    void aLabelAndAPropertyAreRenamedUnderAWriterThoughTheProcessIsKilledTwice(TestReporter reporter) throws Exception {
        SERVER.run(
                "UNWIND range(1, %d) AS i CALL (i) { CREATE (:Piece {id: i, name: 'N' + i}) } IN TRANSACTIONS OF 20000 ROWS"
                        .formatted(NODES));
        Duration plain = plainStatements();
        AtomicBoolean writes = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(writes, written));

        long started = System.nanoTime();
        for (int i = 0; i < KILLS; i++) {
            killed();
        }
        writes.set(false);
        writer.join();
        Duration again = finished();

        int all = NODES + written.get();
        assertThat(count("MATCH (n:Track) WHERE n.title IS NOT NULL RETURN count(n)"))
                .isEqualTo(all);
        assertThat(count("MATCH (n) WHERE n:Piece OR n.name IS NOT NULL RETURN count(n)"))
                .isZero();
        assertThat(count("MATCH (n:Track) WITH n.id AS id, count(*) AS c WHERE c > 1 RETURN count(id)"))
                .isZero();
        Figures.report(
                reporter,
                "a million nodes, a label and a property renamed",
                "%d nodes, %d of them written meanwhile, %d kills, %d s in all, the last run %d s; two plain statements %d s"
                        .formatted(
                                all,
                                written.get(),
                                KILLS,
                                Duration.ofNanos(System.nanoTime() - started).toSeconds(),
                                again.toSeconds(),
                                plain.toSeconds()));
    }

    /** There and back by one statement each, and so with two transactions of a million nodes. */
    private static Duration plainStatements() {
        long started = System.nanoTime();
        SERVER.run("MATCH (n:Piece) SET n:Track REMOVE n:Piece");
        SERVER.run("MATCH (n:Track) SET n.title = n.name REMOVE n.name");
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        SERVER.run("MATCH (n:Track) CALL (n) { SET n:Piece, n.name = n.title REMOVE n:Track, n.title }"
                + " IN TRANSACTIONS OF 20000 ROWS");
        return took;
    }

    private static void write(AtomicBoolean writes, AtomicInteger written) {
        while (writes.get()) {
            int id = NODES + written.incrementAndGet();
            SERVER.run("CREATE (:Piece {id: %d, name: 'N%d'})".formatted(id, id));
        }
    }

    private static void killed() throws IOException, InterruptedException {
        try (ChildJvm child =
                ChildJvm.start(SERVER.uri(), ChildMigrator.RESHAPES).awaitReady()) {
            child.say("go");
            Thread.sleep(BEFORE_KILL.toMillis());
            child.kill();
        }
    }

    private static Duration finished() throws IOException {
        long started = System.nanoTime();
        try (ChildJvm child =
                ChildJvm.start(SERVER.uri(), ChildMigrator.RESHAPES).awaitReady()) {
            child.say("go");
            assertThat(child.exitCode()).as(child::output).isZero();
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static long count(String cypher) {
        return SERVER.run(cypher).get(0).get(0).asLong();
    }

    /** What the process runs. */
    @Revision(id = "m1", message = "Pieces are tracks")
    static final class PiecesAreTracks implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.refactor().renameLabel("Piece", "Track");
            cypher.refactor().renameProperty(Property.ofNodes("Track", "name"), "title");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.refactor().renameProperty(Property.ofNodes("Track", "title"), "name");
            cypher.refactor().renameLabel("Track", "Piece");
        }
    }
}
