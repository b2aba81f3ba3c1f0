package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.error.MigrationException;
import dev.waymark.fault.KillPoints.Way;
import dev.waymark.fault.Wire.Point;
import dev.waymark.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The whole server is killed in the middle of a run, and started again. */
class ServerCrashIT {

    private static final History HISTORY = History.TEN;

    @TempDir
    private Path directory;

    @Test
    void atSomePoints(TestReporter reporter) throws Exception {
        survives(61, reporter);
    }

    @Tag("full")
    @Test
    void atManyPoints(TestReporter reporter) throws Exception {
        survives(5, reporter);
    }

    private void survives(int every, TestReporter reporter) throws Exception {
        KillPoints kills = new KillPoints(HISTORY, Way.UP);
        List<Point> points = kills.points(every);
        try (OwnServer server = OwnServer.start(directory.resolve("data"))) {
            for (Point point : points) {
                TestDatabase database = server.database("at_" + points.indexOf(point));
                server.execute("create database " + database.name());
                crash(server, database, point);

                Agreement.isKept(database, HISTORY);
                Way.UP.run(HISTORY, database.port(), database);
                assertThat(Catalog.of(database)).as("after %s", point).isEqualTo(kills.undisturbed());
            }
        }
        Figures.report(reporter, "crashes of the server tried", points.size());
    }

    /** A run whose commit was cut off waits for the server to come back. */
    private static void crash(OwnServer server, TestDatabase database, Point point) throws Exception {
        CompletableFuture<Boolean> back = new CompletableFuture<>();
        try (Wire wire = Wire.striking(server.port(), point, backend -> {
            server.kill();
            Daemon.start("restart", () -> {
                server.restart();
                back.complete(true);
            });
        })) {
            try {
                Way.UP.run(HISTORY, wire.port(), database);
            } catch (MigrationException e) {
                assertThat(e.getMessage()).contains("To fix this: ");
            }
            assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
            back.get(60, TimeUnit.SECONDS);
        }
    }
}
