package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run and JDK Flight Recorder. */
class FlightRecordingIT {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path directory;

    @Test
    void anUpgradeLeavesAnEventForEachStep() throws IOException {
        Path file = directory.resolve("upgrade.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            Migrators.on(database, new Artists(), new Albums()).upgrade();
            recording.stop();
            recording.dump(file);
        }

        assertThat(RecordingFile.readAllEvents(file))
                .filteredOn(event -> event.getEventType().getName().equals("dev.waymark.Step"))
                .extracting(event -> event.getString("revision") + " " + event.getString("outcome"))
                .containsExactly("001 done", "002 done");
    }

    @Test
    void aJdkWithoutItWillDo() throws Exception {
        Ended upgrade = upgraded("--limit-modules", "java.se");

        assertThat(upgrade.code()).as(upgrade.output()).isZero();
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void nothingOfItIsLoadedWhenThereIsNothingToDo() throws Exception {
        Migrators.on(database, new Artists()).upgrade();

        Ended upgrade = upgraded("-Xlog:class+load:stdout");

        assertThat(upgrade.code()).isZero();
        assertThat(upgrade.output()).contains("nothing to do").doesNotContain("jdk.jfr.", "FlightEvents");
    }

    /** Without a recording, a class that only says so is all of it. */
    @Test
    void noEventOfItIsMadeWhenNothingIsRecorded() throws Exception {
        Ended upgrade = upgraded("-Xlog:class+load:stdout");

        assertThat(upgrade.output()).contains("now at [001]").doesNotContain("jdk.jfr.Event ", "FlightEvents");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    private Ended upgraded(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                classPath(),
                Upgrade.class.getName(),
                "postgresql://postgres@localhost:%d/%s".formatted(database.port(), database.name())));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static String classPath() {
        return Stream.of(
                        System.getProperty("surefire.test.class.path", ""),
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        Path.of("target", "test-classes").toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private record Ended(int code, String output) {}

    /** Runs in a JVM of its own. */
    static final class Upgrade {

        private Upgrade() {}

        public static void main(String[] arguments) {
            Migrator.postgres(arguments[0]).revisions(new Artists()).build().upgrade();
        }
    }
}
