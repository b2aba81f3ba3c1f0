package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.error.MigrationException;
import dev.waymark.fault.KillPoints.Way;
import dev.waymark.fault.Wire.Point;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The whole server is killed in the middle of a run, and started again: at once, or when the run has given up. */
class ServerCrashIT {

    private static final History HISTORY = History.TEN;
    private static final Settings IMPATIENT = Settings.defaults().withLockWait(Duration.ofSeconds(2));

    @TempDir
    private Path directory;

    @Test
    void atSomePoints(TestReporter reporter) throws IOException {
        survives(61, reporter);
    }

    @Tag("full")
    @Test
    void atManyPoints(TestReporter reporter) throws IOException {
        survives(5, reporter);
    }

    private void survives(int every, TestReporter reporter) throws IOException {
        KillPoints kills = new KillPoints(HISTORY, Way.UP);
        List<Point> points = kills.points(every);
        try (OwnServer server = OwnServer.start(directory.resolve("data"))) {
            for (int i = 0; i < points.size(); i++) {
                TestDatabase database = server.database("at_" + i);
                server.execute("create database " + database.name());
                if (i % 2 == 0) {
                    comesBackTooLate(server, database, points.get(i));
                } else {
                    comesBackAtOnce(server, database, points.get(i));
                }
                Agreement.isKept(database, HISTORY);
                Way.UP.run(HISTORY, database.port(), database);
                assertThat(Catalog.of(database)).as("after %s", points.get(i)).isEqualTo(kills.undisturbed());
            }
        }
        Figures.report(reporter, "crashes of the server tried", points.size());
    }

    private static void comesBackTooLate(OwnServer server, TestDatabase database, Point point) throws IOException {
        try (Wire wire = Wire.striking(server.port(), point, backend -> server.kill())) {
            run(wire, database, IMPATIENT, point);
        }
        server.restart();
    }

    /** So that a run which doesn't know what became of its commit can ask. */
    private static void comesBackAtOnce(OwnServer server, TestDatabase database, Point point) throws IOException {
        CompletableFuture<OwnServer> back = new CompletableFuture<>();
        Wire.Blow blow = backend -> {
            server.kill();
            server.restart();
            back.complete(server);
        };
        try (Wire wire = Wire.striking(server.port(), point, blow)) {
            run(wire, database, Settings.defaults(), point);
            back.orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    private static void run(Wire wire, TestDatabase database, Settings settings, Point point) {
        try {
            Way.UP.run(HISTORY.of(Migrator.postgres(Databases.url(wire.port(), database)))
                    .settings(settings)
                    .build());
        } catch (MigrationException e) {
            assertThat(e.getMessage()).contains("To fix this: ");
        }
        assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
    }
}
