package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves in JDK Flight Recorder. */
class FlightRecordingTest {

    private static final Step FIRST = step("001");
    private static final Step SECOND = step("002");

    @TempDir
    private Path directory;

    @Test
    void aStepAndItsStatementsHaveAnEventEach() throws IOException {
        List<RecordedEvent> recorded = recorded(listener -> {
            listener.accept(new RunEvent.StepStarted(FIRST));
            listener.accept(new RunEvent.StatementStarted(FIRST, 1, "delete from artists"));
            Sleep.forAtMost(Duration.ofMillis(20));
            listener.accept(new RunEvent.StatementFinished(FIRST, 1, "delete from artists", 7, Duration.ZERO));
            listener.accept(new RunEvent.StepFinished(FIRST, Duration.ZERO));
        });

        assertThat(recorded)
                .extracting(FlightRecordingTest::text)
                .containsExactly(
                        "Step: revision 001, direction up, database music, outcome done",
                        "Statement: revision 001, number 1, statement delete from artists, rows 7");
        assertThat(recorded)
                .allMatch(event -> event.getDuration().compareTo(Duration.ofMillis(20)) >= 0)
                .allMatch(event -> event.getEventType().getCategoryNames().equals(List.of("Waymark")));
    }

    @Test
    void aRetryTellsWhoWasInTheWay() throws IOException {
        List<RecordedEvent> recorded = recorded(listener -> {
            listener.accept(new RunEvent.StepStarted(FIRST));
            listener.accept(new RunEvent.StatementStarted(FIRST, 1, "drop table artists"));
            listener.accept(new RunEvent.StepRetried(
                    FIRST, 1, "deadlock", Optional.of("pid 42, 'psql'"), Duration.ofMillis(300)));
        });

        assertThat(recorded)
                .extracting(FlightRecordingTest::text)
                .containsExactlyInAnyOrder(
                        "Step: revision 001, direction up, database music, outcome retried",
                        "Statement: revision 001, number 1, statement drop table artists, rows -1",
                        "Retry: revision 001, attempt 1, reason deadlock, blocker pid 42, 'psql', delay 300");
    }

    @Test
    void stepsThatShareATransactionFailTogether() throws IOException {
        List<RecordedEvent> recorded = recorded(listener -> {
            listener.accept(new RunEvent.StepStarted(FIRST));
            listener.accept(new RunEvent.StepStarted(SECOND));
            listener.accept(new RunEvent.StepFailed(SECOND, "no such table"));
        });

        assertThat(recorded)
                .extracting(FlightRecordingTest::text)
                .containsExactlyInAnyOrder(
                        "Step: revision 001, direction up, database music, outcome rolled back",
                        "Step: revision 002, direction up, database music, outcome failed");
    }

    @Test
    void aWaitForAnotherMigratorEndsWithTheNextEvent() throws IOException {
        List<RecordedEvent> recorded = recorded(listener -> {
            listener.accept(new RunEvent.LockWaited("pid 42", Duration.ZERO));
            Sleep.forAtMost(Duration.ofMillis(20));
            listener.accept(new RunEvent.LockWaited("pid 43", Duration.ofMillis(20)));
            Sleep.forAtMost(Duration.ofMillis(20));
            listener.accept(new RunEvent.StepStarted(FIRST));
        });

        assertThat(recorded)
                .extracting(FlightRecordingTest::text)
                .containsExactly("LockWait: holder pid 42", "LockWait: holder pid 43");
        assertThat(recorded).allMatch(event -> event.getDuration().compareTo(Duration.ofMillis(20)) >= 0);
    }

    @Test
    void everyEventIsPassedOn() {
        List<RunEvent> told = new ArrayList<>();
        RunEvent event = new RunEvent.StepStarted(FIRST);

        FlightRecording.before(told::add).accept(event);

        assertThat(told).containsExactly(event);
    }

    private List<RecordedEvent> recorded(Consumer<Consumer<RunEvent>> run) throws IOException {
        Path file = directory.resolve("run.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            run.accept(FlightRecording.before(event -> {}));
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.waymark."))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
    }

    /** The event's own fields, without those that JFR adds to every event. */
    private static String text(RecordedEvent event) {
        List<String> fields = event.getFields().stream()
                .filter(field -> !List.of("startTime", "duration", "eventThread", "stackTrace")
                        .contains(field.getName()))
                .map(field -> field.getName() + " " + event.getValue(field.getName()))
                .toList();
        return event.getEventType().getName().substring("dev.waymark.".length()) + ": " + String.join(", ", fields);
    }

    private static Step step(String id) {
        return new Step(
                new RevisionInfo(new RevisionId(id), List.of(), "", List.of(), List.of(), true, "music"), Direction.UP);
    }
}
