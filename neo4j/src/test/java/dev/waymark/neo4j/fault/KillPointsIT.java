package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.neo4j.fault.Wire.Point;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that is killed anywhere is made good by the next, which nobody has to help. */
class KillPointsIT {

    @RegisterExtension
    static final Server SERVER = new Server();

    @Nested
    class ASample {

        @Test
        void ofUpgradesWhoseProcessIsKilled(TestReporter reporter) throws IOException {
            survives(Way.UP, Killer.PROCESS, 311, reporter);
        }

        @Test
        void ofUpgradesWhoseConnectionsBreak(TestReporter reporter) throws IOException {
            survives(Way.UP, Killer.CONNECTIONS, 211, reporter);
        }

        @Test
        void ofDowngradesWhoseConnectionsBreak(TestReporter reporter) throws IOException {
            survives(Way.DOWN, Killer.CONNECTIONS, 271, reporter);
        }
    }

    @Tag("full")
    @Nested
    class EveryPoint {

        @Test
        void ofUpgradesWhoseConnectionsBreak(TestReporter reporter) throws IOException {
            survives(Way.UP, Killer.CONNECTIONS, 1, reporter);
        }

        @Test
        void ofDowngradesWhoseConnectionsBreak(TestReporter reporter) throws IOException {
            survives(Way.DOWN, Killer.CONNECTIONS, 1, reporter);
        }

        @Test
        void ofUpgradesWhoseProcessIsKilled(TestReporter reporter) throws IOException {
            survives(Way.UP, Killer.PROCESS, 1, reporter);
        }

        @Test
        void ofDowngradesWhoseProcessIsKilled(TestReporter reporter) throws IOException {
            survives(Way.DOWN, Killer.PROCESS, 1, reporter);
        }
    }

    private static void survives(Way way, Killer killer, int every, TestReporter reporter) throws IOException {
        KillPoints kills = new KillPoints(SERVER, way);
        List<Point> points = kills.points(every);
        List<String> failures = kills.failures(killer::kill, points);

        Figures.report(reporter, "kill points tried, %s, %s".formatted(way, killer), points.size());
        assertThat(failures).isEmpty();
    }
}
