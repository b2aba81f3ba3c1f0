package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.error.MigrationException;
import dev.waymark.fault.KillPoints.Way;
import dev.waymark.fault.Wire.Point;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** In the middle of a run the standby is promoted, and the primary is gone. */
class PromotionIT {

    private static final History HISTORY = History.TEN;

    @TempDir
    private Path directory;

    private final AtomicInteger directories = new AtomicInteger();

    @Test
    void ofASynchronousStandby(TestReporter reporter) throws Exception {
        survives(true, 101, reporter);
    }

    @Test
    void ofAnAsynchronousStandby(TestReporter reporter) throws Exception {
        survives(false, 101, reporter);
    }

    @Tag("full")
    @Test
    void ofASynchronousStandbyAtManyPoints(TestReporter reporter) throws Exception {
        survives(true, 17, reporter);
    }

    @Tag("full")
    @Test
    void ofAnAsynchronousStandbyAtManyPoints(TestReporter reporter) throws Exception {
        survives(false, 17, reporter);
    }

    private void survives(boolean synchronous, int every, TestReporter reporter) throws Exception {
        KillPoints kills = new KillPoints(HISTORY, Way.UP);
        List<Point> points = kills.points(every);
        for (Point point : points) {
            promoted(synchronous, point, kills.undisturbed());
        }
        Figures.report(reporter, "promotions tried, %s".formatted(synchronous ? "sync" : "async"), points.size());
    }

    private void promoted(boolean synchronous, Point point, String undisturbed) throws IOException, SQLException {
        try (OwnServer primary = OwnServer.start(next())) {
            primary.execute("create database music");
            try (OwnServer standby = Standby.of(primary, next())) {
                if (synchronous) {
                    Standby.makeSynchronous(primary);
                }
                TestDatabase database = standby.database("music");
                List<String> told = runAndPromote(primary, standby, point);

                Agreement.isKept(database, HISTORY);
                if (synchronous && !told.isEmpty()) {
                    assertThat(database.query("select id from waymark_revision where state = 'applied'"))
                            .containsAll(told);
                }
                migrator(primary.port(), standby.port(), new ArrayList<>()).upgrade();
                assertThat(Catalog.of(database)).as("after %s", point).isEqualTo(undisturbed);
            }
        }
    }

    /** What the run told as finished before its end. */
    private static List<String> runAndPromote(OwnServer primary, OwnServer standby, Point point) throws IOException {
        Wire.Blow blow = backend -> {
            standby.execute("select pg_promote()");
            primary.kill();
        };
        List<String> finished = new ArrayList<>();
        try (Wire wire = Wire.striking(primary.port(), point, blow)) {
            try {
                migrator(wire.port(), standby.port(), finished).upgrade();
            } catch (MigrationException e) {
                assertThat(e.getMessage()).contains("To fix this: ");
            }
            assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
        }
        return finished;
    }

    private static Migrator migrator(int primaryPort, int standbyPort, List<String> finished) {
        String url = "jdbc:postgresql://localhost:%d,localhost:%d/music?user=postgres&targetServerType=primary"
                .formatted(primaryPort, standbyPort);
        return HISTORY.of(Migrator.postgres(url))
                .listener(event -> {
                    if (event instanceof RunEvent.StepFinished step) {
                        finished.add(step.step().id().value());
                    }
                })
                .build();
    }

    private Path next() {
        return directory.resolve("data" + directories.incrementAndGet());
    }
}
