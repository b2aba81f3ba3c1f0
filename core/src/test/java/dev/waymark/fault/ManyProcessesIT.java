package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Processes of an application that start at the same moment: each revision is run once, and all of them succeed. */
class ManyProcessesIT {

    private static final int REVISIONS = 60;

    @TempDir
    private Path directory;

    private final TestDatabase empty = TestDatabase.create();
    private TestDatabase behind = empty;
    private CompiledHistory history = new CompiledHistory(Path.of(""), 0);

    @BeforeEach
    void prepare() throws IOException {
        history = CompiledHistory.in(directory, REVISIONS);
        behind = Databases.copyOf(empty);
        history.upgrade(behind, "0010");
    }

    @Test
    void fourOnAnEmptyDatabase() throws IOException {
        startAtOnce(4, 2, empty);
    }

    @Test
    void fourOnADatabaseThatIsFiftyRevisionsBehind() throws IOException {
        startAtOnce(4, 2, behind);
    }

    @Tag("full")
    @Test
    void sixteenOnAnEmptyDatabase(TestReporter reporter) throws IOException {
        Figures.report(reporter, "16 processes, 20 rounds, empty, slowest ms", startAtOnce(16, 20, empty));
    }

    @Tag("full")
    @Test
    void sixteenOnADatabaseThatIsFiftyRevisionsBehind(TestReporter reporter) throws IOException {
        Figures.report(reporter, "16 processes, 20 rounds, 50 behind, slowest ms", startAtOnce(16, 20, behind));
    }

    /** How long the slowest round took, in ms. */
    private long startAtOnce(int processes, int rounds, TestDatabase template) throws IOException {
        long slowest = 0;
        for (int round = 0; round < rounds; round++) {
            TestDatabase database = Databases.copyOf(template);
            long started = System.nanoTime();
            Crowd.upgrade(processes, Databases.url(database.port(), database), List.of(history.classes()));
            slowest = Math.max(slowest, (System.nanoTime() - started) / 1_000_000);
            assertThat(Crowd.timesRun(database)).isEqualTo(Crowd.onceEach(REVISIONS));
            assertThat(Catalog.of(database)).doesNotContain("INVALID");
            Databases.awaitNoSessions(database);
            Databases.drop(database);
        }
        return slowest;
    }
}
