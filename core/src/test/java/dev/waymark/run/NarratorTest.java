package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** The log lines of a run. */
class NarratorTest {

    private static final Step STEP = new Step(
            new RevisionInfo(new RevisionId("002"), List.of(), "Add tempo", List.of(), List.of(), true, ""),
            Direction.UP);

    private final Lines log = new Lines();

    @Test
    void aStatementThatRunsLong() {
        assertThat(lines(new RunEvent.StatementRunning(
                        STEP,
                        1,
                        "create index",
                        Duration.ofMillis(20_400),
                        Optional.of("building index, 41 %"),
                        Optional.of("pid 42, 'psql'"))))
                .containsExactly(
                        "INFO up 002 statement 1 running since 20 s, building index, 41 %, waits for pid 42, 'psql'");
    }

    @Test
    void aStatementThatRunsLongAndTellsNothing() {
        assertThat(lines(new RunEvent.StatementRunning(
                        STEP, 1, "create index", Duration.ofSeconds(20), Optional.empty(), Optional.empty())))
                .containsExactly("INFO up 002 statement 1 running since 20 s");
    }

    @Test
    void aStatementThatStarts() {
        assertThat(lines(new RunEvent.StatementStarted(STEP, 1, "select '{}'")))
                .containsExactly("DEBUG up 002 statement 1: select '{}'");
    }

    @Test
    void aStepThatFinished() {
        assertThat(lines(new RunEvent.StepFinished(STEP, Duration.ofMillis(12))))
                .containsExactly("INFO up 002 Add tempo (12 ms)");
    }

    @Test
    void aStepThatGoesOnWhereItStopped() {
        assertThat(lines(new RunEvent.StepResumed(STEP, 3)))
                .containsExactly("INFO up 002 goes on; statements that are done: 3");
    }

    @Test
    void aStepThatIsTriedAgain() {
        assertThat(lines(
                        new RunEvent.StepRetried(
                                STEP, 1, "deadlock", Optional.of("pid 42, 'psql'"), Duration.ofMillis(312)),
                        new RunEvent.StepRetried(STEP, 2, "deadlock", Optional.empty(), Duration.ofMillis(512))))
                .containsExactly(
                        "INFO up 002 rolled back, deadlock; trying again in 312 ms; it waited for pid 42, 'psql'",
                        "INFO up 002 rolled back, deadlock; trying again in 512 ms");
    }

    @Test
    void stepsThatAnotherMigratorRan() {
        assertThat(lines(new RunEvent.Overtaken(List.of(new RevisionId("002"), new RevisionId("003")))))
                .containsExactly("INFO another migrator has run [002, 003] meanwhile");
    }

    private List<String> lines(RunEvent... events) {
        Narrator narrator = new Narrator(log, event -> {});
        for (RunEvent event : events) {
            narrator.accept(event);
        }
        return log.lines;
    }

    /** A log that keeps its lines. */
    private static final class Lines extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            lines.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
        }
    }
}
