package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.error.MigrationException;
import dev.waymark.neo4j.fault.Wire.Point;
import dev.waymark.run.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** The server stops in the middle of a run, and is started again: the next run ends where an undisturbed one does. */
class ServerStopIT {

    @RegisterExtension
    static final Server SERVER = new Server();

    private static final Settings IMPATIENT = Settings.defaults().withLockWait(Duration.ofSeconds(1));

    @Test
    void atAPoint(TestReporter reporter) throws IOException {
        survives(251, reporter);
    }

    @Tag("full")
    @Test
    void atManyPoints(TestReporter reporter) throws IOException {
        survives(9, reporter);
    }

    private static void survives(int every, TestReporter reporter) throws IOException {
        KillPoints kills = new KillPoints(SERVER, Way.UP);
        List<Point> points = kills.points(every);
        List<String> failures = kills.failures(ServerStopIT::stopped, points);

        Figures.report(reporter, "stops of the server tried", points.size());
        assertThat(failures).isEmpty();
    }

    private static String stopped(Server server, Way way, Point point) throws IOException {
        try (Wire wire = Wire.striking(
                        server.port(), point, () -> server.embedded().stop());
                Driver driver = Server.driver(wire.uri())) {
            try {
                way.run(Way.builder(driver).settings(IMPATIENT).build());
            } catch (MigrationException e) {
                assertThat(e.getMessage()).contains("To fix this: ");
            }
            assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
            return wire.struckAt();
        } finally {
            server.embedded().resume();
        }
    }
}
