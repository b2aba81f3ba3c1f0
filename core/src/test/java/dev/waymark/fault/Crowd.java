package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.fault.KillPoints.Way;
import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Processes that upgrade at the same moment. */
final class Crowd implements AutoCloseable {

    private final List<ChildJvm> processes = new ArrayList<>();

    private Crowd() {}

    /** Starts them, and waits until all have loaded what they need; none has looked at the database yet. */
    static Crowd ready(int size, String url, List<Path> classes) throws IOException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < size; i++) {
            crowd.processes.add(ChildJvm.start(classes, url, History.INDEXED, Way.UP));
        }
        for (ChildJvm process : crowd.processes) {
            process.awaitReady();
        }
        return crowd;
    }

    /** All start at once, and all succeed. */
    static void upgrade(int size, String url, List<Path> classes) throws IOException {
        try (Crowd crowd = ready(size, url, classes)) {
            crowd.go();
            for (ChildJvm process : crowd.processes) {
                succeeds(process);
            }
        }
    }

    void go() throws IOException {
        for (ChildJvm process : processes) {
            process.go();
        }
    }

    List<ChildJvm> processes() {
        return processes;
    }

    static void succeeds(ChildJvm process) throws IOException {
        assertThat(process.exitCode()).as(process::output).isZero();
    }

    /** Each revision, and how often the log says that it was applied. */
    static List<String> timesRun(TestDatabase database) {
        return database.query("select revision || ': ' || count(*) from waymark_log where event = 'upgrade'"
                + " group by revision order by revision");
    }

    /** What {@link #timesRun} is to be, of a history with so many revisions. */
    static List<String> onceEach(int revisions) {
        return IntStream.rangeClosed(1, revisions)
                .mapToObj("%04d: 1"::formatted)
                .toList();
    }

    @Override
    public void close() {
        processes.forEach(ChildJvm::close);
    }
}
