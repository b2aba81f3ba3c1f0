package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Processes of an application that start at the same moment: each revision is run once, and all of them succeed. */
class ManyProcessesIT {

    @RegisterExtension
    static final Server SERVER = new Server();

    @Test
    void threeOnAnEmptyDatabase() throws IOException {
        startAtOnce(3, 1, false);
    }

    @Tag("full")
    @Test
    void sixteenOnAnEmptyDatabase(TestReporter reporter) throws IOException {
        Figures.report(reporter, "16 processes, 3 rounds, empty, slowest ms", startAtOnce(16, 3, false));
    }

    @Tag("full")
    @Test
    void sixteenOnADatabaseThatIsBehind(TestReporter reporter) throws IOException {
        Figures.report(reporter, "16 processes, 3 rounds, behind, slowest ms", startAtOnce(16, 3, true));
    }

    /** How long the slowest round took, in ms. */
    private static long startAtOnce(int processes, int rounds, boolean behind) throws IOException {
        Way.UP.run(SERVER.driver());
        String undisturbed = State.of(SERVER);
        long slowest = 0;
        for (int round = 0; round < rounds; round++) {
            SERVER.wipe();
            if (behind) {
                Way.builder(SERVER.driver()).build().upgrade("f2");
            }
            slowest = Math.max(slowest, all(processes));
            assertThat(SERVER.texts(
                            "MATCH (l:__waymark_log {event: 'upgrade'}) WITH l.revision AS id, count(*) AS times"
                                    + " RETURN id + ' ' + times ORDER BY id"))
                    .containsExactly("f1 1", "f2 1", "f3 1", "f4 1", "f5 1", "f6 1");
            assertThat(State.of(SERVER)).isEqualTo(undisturbed);
        }
        return slowest;
    }

    private static long all(int size) throws IOException {
        List<ChildJvm> processes = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                processes.add(ChildJvm.start(SERVER.uri(), Way.UP.name()));
            }
            for (ChildJvm process : processes) {
                process.awaitReady();
            }
            long started = System.nanoTime();
            for (ChildJvm process : processes) {
                process.say("go");
            }
            for (ChildJvm process : processes) {
                assertThat(process.exitCode()).as(process::output).isZero();
            }
            return (System.nanoTime() - started) / 1_000_000;
        } finally {
            processes.forEach(ChildJvm::close);
        }
    }
}
