package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.run.RunEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A rename while an application still writes the old name: nothing that it has committed is lost. */
class RenameUnderWriterIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final int NODES = 1_000;
    private static final int PAGES_UNDER_THE_WRITER = 15;

    private final AtomicInteger pages = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void whatAWriterCommitsUnderTheOldNameIsThereUnderTheNewOne() throws Exception {
        SERVER.run("CREATE INDEX track_id FOR (n:Track) ON (n.id)");
        SERVER.run("UNWIND range(0, %d) AS i CREATE (:Track {id: i, old: 0})".formatted(NODES - 1));
        Migrator migrator = Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(OneRevision.up(cypher ->
                        cypher.refactor().inPagesOf(50).renameProperty(Property.ofNodes("Track", "old"), "new")))
                .listener(this::count)
                .build();

        CompletableFuture<Map<Long, Long>> writer = CompletableFuture.supplyAsync(this::write);
        migrator.upgrade();

        Map<Long, Long> expected = new TreeMap<>();
        for (long id = 0; id < NODES; id++) {
            expected.put(id, 0L);
        }
        expected.putAll(writer.get());
        Map<Long, Long> found = new TreeMap<>();
        for (Record row : SERVER.run("MATCH (n:Track) WHERE n.old IS NULL RETURN n.id AS id, n.new AS new")) {
            found.put(row.get("id").asLong(), row.get("new").asLong());
        }
        assertThat(found).isEqualTo(expected);
    }

    private void count(RunEvent event) {
        if (event instanceof RunEvent.StatementFinished) {
            pages.incrementAndGet();
            begun.countDown();
        }
    }

    /** Writes to nodes that are renamed already and to others, each with time between its lock and its commit. */
    private Map<Long, Long> write() {
        Map<Long, Long> written = new TreeMap<>();
        try (Session session = SERVER.driver().session()) {
            begun.await();
            for (long value = 1; pages.get() < PAGES_UNDER_THE_WRITER; value++) {
                Map<String, Object> parameters = Map.of("id", value * 7919 % NODES, "value", value);
                session.executeWrite(transaction -> {
                    transaction
                            .run("MATCH (n:Track {id: $id}) SET n.old = $value", parameters)
                            .consume();
                    return transaction
                            .run("UNWIND range(1, 20000) AS i RETURN count(i) AS n")
                            .single();
                });
                written.put(value * 7919 % NODES, value);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return written;
    }
}
