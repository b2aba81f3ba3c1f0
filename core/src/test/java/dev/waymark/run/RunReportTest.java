package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private final RunReport report = new UpgradeReport(
            List.of(),
            List.of(new RevisionId("002")),
            List.of(step("001", "Create artists", 12), step("002", "Create albums", 7)),
            Duration.ofMillis(31));

    @Test
    void tellsPeopleWhatWasDone() {
        assertThat(report.describe()).isEqualTo("""
                              12 ms  up  001  Create artists
                               7 ms  up  002  Create albums
                              31 ms  from base to 002""".indent(6).stripTrailing());
    }

    @Test
    void tellsProgramsWhatWasDone() {
        assertThat(report.toJson()).isEqualTo("""
                        {"version":1,"from":[],"to":["002"],"tookMillis":31,"steps":[\
                        {"revision":"001","direction":"up","message":"Create artists","transactional":true,"tookMillis":12},\
                        {"revision":"002","direction":"up","message":"Create albums","transactional":true,"tookMillis":7}]}""");
    }

    private static StepReport step(String id, String message, long millis) {
        RevisionInfo revision =
                new RevisionInfo(new RevisionId(id), List.of(), message, List.of(), List.of(), true, "");
        return new StepReport(new Step(revision, Direction.UP), Duration.ofMillis(millis));
    }
}
