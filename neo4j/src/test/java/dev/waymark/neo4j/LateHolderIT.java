package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.LockLostException;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** A holder of the lock whose lease ran out, and was taken over. */
class LateHolderIT {

    private static final HistoryNames NAMES = HistoryNames.of(Settings.defaults());

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @AfterEach
    void forgetTheInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void commitsNoSchemaThatItMadeBeforeItWasTakenOver() {
        Migrator migrator = Migrator.on(Neo4jDatabase.of(SERVER.driver()))
                .revisions(new Titles())
                .listener(LateHolderIT::takeOverAfterTheStatement)
                .build();

        assertThatThrownBy(migrator::upgrade).hasCauseInstanceOf(LockLostException.class);

        assertThat(SERVER.live().schema().elements()).isEmpty();
    }

    @Test
    void beginsNoWorkThatOnlyAnInterruptWouldEnd() {
        try (Lease lease = lease(Duration.ofSeconds(1))) {
            lease.acquire(Duration.ofSeconds(5), waited -> {});
            SERVER.run("MATCH (l:__waymark_lock) SET l.token = l.token + 1, l.owner = 'other'");
            while (!lease.renewal().isLost()) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> lease.renewal().guard()).isInstanceOf(LockLostException.class);
        }
    }

    @Test
    void leavesNoInterruptInItsThread() throws InterruptedException {
        try (Lease lease = lease(Duration.ofSeconds(1))) {
            lease.acquire(Duration.ofSeconds(5), waited -> {});
            lease.renewal().guard();
            SERVER.run("MATCH (l:__waymark_lock) SET l.token = l.token + 1, l.owner = 'other'");
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            lease.renewal().release();

            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void doesNotTakeALockThatRanOutWhileItWaitedAtTheFence() throws InterruptedException {
        new HistorySetup(access(), NAMES, Duration.ofSeconds(5)).ensure();
        try (Session session = SERVER.driver().session();
                Transaction late = session.beginTransaction();
                Lease lease = lease(Duration.ofSeconds(1))) {
            late.run("MERGE (f:__waymark_fence {target: 'neo4j'}) SET f.touch = 'late'")
                    .consume();
            Thread other = new Thread(() -> {
                waitForOwner();
                Sleep.forAtMost(
                        Duration.ofMillis(500)); // more than a third of the lease, which nobody renews meanwhile
                SERVER.run("MATCH (l:__waymark_lock) SET l.token = l.token + 1, l.owner = 'other',"
                        + " l.expires = timestamp() + 2000");
                late.commit();
            });
            other.start();
            long started = System.nanoTime();
            lease.acquire(Duration.ofSeconds(20), waited -> {});

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(2));
            other.join();
        }
    }

    private static void waitForOwner() {
        while (SERVER.run("MATCH (l:__waymark_lock) WHERE l.owner IS NOT NULL RETURN l")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static Lease lease(Duration length) {
        new HistorySetup(access(), NAMES, Duration.ofSeconds(5)).ensure();
        return new Lease(access(), NAMES, "neo4j", "the database", length);
    }

    private static Access access() {
        return new Access(SERVER.driver(), false, Optional.empty(), Optional.empty());
    }

    private static void takeOverAfterTheStatement(RunEvent event) {
        if (event instanceof RunEvent.StatementFinished) {
            SERVER.run("MATCH (f:__waymark_fence) SET f.token = f.token + 1");
        }
    }

    @Revision(id = "001", message = "Titles")
    static final class Titles implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().run("CREATE INDEX track_title FOR (n:Track) ON (n.title)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().run("DROP INDEX track_title");
        }
    }
}
