package dev.waymark.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures Waymark beside a plain-JDBC limit, Flyway and Liquibase, and beside neo4j-migrations, on one machine in one
 * run, and tells which goals are met. Arguments choose parts, tools and sizes:
 * {@code parts=noop,apply,trips,graph,snapshot tools=limit,waymark sizes=10,1000,5000 steps=1000
 * graphs=1000,10000,100000 samples=7 calls=30}.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the parts that the arguments choose, or all.
     *
     * @param arguments of the form {@code name=value,value}
     * @throws Exception if something can't be measured
     */
    public static void main(String[] arguments) throws Exception {
        run(Settings.of(List.of(arguments)), new Report(writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    static void run(Settings settings, Report report) throws Exception {
        Path directory = Files.createTempDirectory("waymark-benchmarks");
        try (var forks = new Forks(directory)) {
            report.line(machine(directory));
            var bench = new Bench(settings, directory, new Materials(directory), forks, report);
            for (Part part : settings.parts()) {
                part.run(bench);
            }
            report.close();
        } finally {
            delete(directory);
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static String machine(Path directory) throws IOException {
        return "Java %s, %d processors, %s %s, files on %s"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Files.getFileStore(directory).type());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
