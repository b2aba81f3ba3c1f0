package dev.waymark.neo4j.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.TestReporter;

/** Figures that tests measure: told to whoever runs them, and kept beside the build's other results. */
final class Figures {

    private static final Path FILE = Path.of("target", "fault-figures.txt");

    private Figures() {}

    static void report(TestReporter reporter, String what, Object figure) throws IOException {
        reporter.publishEntry(what, String.valueOf(figure));
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(
                FILE, "%s: %s\n".formatted(what, figure), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
