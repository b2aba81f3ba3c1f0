package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.fault.KillPoints.Way;
import dev.waymark.fault.Wire.Point;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A run that is killed anywhere is made good by the next, which nobody has to help. */
class KillPointsIT {

    @Nested
    class ASample {

        @Test
        void ofUpgradesWhoseProcessIsKilled(TestReporter reporter) throws Exception {
            survives(Way.UP, Killer.PROCESS, 29, reporter);
        }

        @Test
        void ofUpgradesWhoseServerProcessIsTerminated(TestReporter reporter) throws Exception {
            survives(Way.UP, Killer.BACKEND, 9, reporter);
        }

        @Test
        void ofDowngradesWhoseServerProcessIsTerminated(TestReporter reporter) throws Exception {
            survives(Way.DOWN, Killer.BACKEND, 9, reporter);
        }
    }

    @Tag("full")
    @Nested
    class EveryPoint {

        @Test
        void ofUpgradesWhoseProcessIsKilled(TestReporter reporter) throws Exception {
            survives(Way.UP, Killer.PROCESS, 1, reporter);
        }

        @Test
        void ofUpgradesWhoseServerProcessIsTerminated(TestReporter reporter) throws Exception {
            survives(Way.UP, Killer.BACKEND, 1, reporter);
        }

        @Test
        void ofDowngradesWhoseProcessIsKilled(TestReporter reporter) throws Exception {
            survives(Way.DOWN, Killer.PROCESS, 1, reporter);
        }

        @Test
        void ofDowngradesWhoseServerProcessIsTerminated(TestReporter reporter) throws Exception {
            survives(Way.DOWN, Killer.BACKEND, 1, reporter);
        }
    }

    private static void survives(Way way, Killer killer, int every, TestReporter reporter) throws Exception {
        KillPoints kills = new KillPoints(History.TEN, way);
        List<Point> points = kills.points(every);
        List<String> failures = kills.failures(killer, points);

        Figures.report(reporter, "kill points tried, %s, %s".formatted(way, killer), points.size());
        assertThat(failures).isEmpty();
    }
}
