package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs trials, each in a process of its own, and lets none of them outlive this one. */
final class Forks implements AutoCloseable {

    private static final String NO_LOGGING = "handlers=\n.level=OFF\n";

    private final Path directory;
    private final ClassPath classPath = ClassPath.current();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::destroyAll, "destroy forks");

    Forks(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("logging.properties"), NO_LOGGING);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** {@return what a tool took to upgrade, so many times, in a fresh JVM} */
    Outcome upgrade(Tool tool, Work work, int calls) throws IOException {
        return run(
                classPath.of(tool, work.material()),
                Trial.class,
                tool.title(),
                Integer.toString(work.size()),
                work.url(),
                work.material().toString(),
                Integer.toString(calls));
    }

    /** {@return what a tool took to upgrade a Neo4j, so many times, in a fresh JVM} */
    Outcome upgrade(Neo4jTool tool, Work work, Neo4jTrial.Drivers drivers, int calls) throws IOException {
        return run(
                classPath.of(tool, work.material()),
                Neo4jTrial.class,
                tool.title(),
                Integer.toString(work.size()),
                work.url(),
                work.material().toString(),
                drivers.name(),
                Integer.toString(calls));
    }

    /** {@return what it took to make a graph of so many revisions and a plan over it, so many times} */
    Outcome plan(GraphTrial.Shape shape, int size, int calls) throws IOException {
        return run(
                classPath.of(Tool.WAYMARK),
                GraphTrial.class,
                shape.name(),
                Integer.toString(size),
                Integer.toString(calls));
    }

    /** {@return what it took to read a schema or to compare two, so many times} */
    Outcome snapshot(SnapshotTrial.Work work, String url, String empty, int calls) throws IOException {
        return run(classPath.of(Tool.WAYMARK), SnapshotTrial.class, work.name(), url, empty, Integer.toString(calls));
    }

    private Outcome run(String path, Class<?> main, String... arguments) throws IOException {
        Path errors = directory.resolve("errors.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(path, main, arguments))
                .redirectError(errors.toFile())
                .start();
        running.add(process);
        try (var output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            int status = process.waitFor();
            double millis = (System.nanoTime() - start) / 1e6;
            if (status != 0) {
                throw new IllegalStateException("A trial of %s failed with status %d:%n%s"
                        .formatted(List.of(arguments), status, Files.readString(errors)));
            }
            return Outcome.parse(lines, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a trial", e);
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }

    /** All processes get the same options; none logs, and none calls home. */
    private List<String> command(String path, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.util.logging.config.file=" + directory.resolve("logging.properties"));
        command.add("-Dliquibase.analytics.enabled=false");
        command.add("-cp");
        command.add(path);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** {@return the command of a process of that tool in which a fault may happen; its speed doesn't matter} */
    List<String> faultCommand(Tool tool, Path material, String... arguments) {
        var command = new ArrayList<>(command(classPath.of(tool, material), FaultTrial.class, arguments));
        command.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        return command;
    }

    /** {@return a process that doesn't outlive this one} */
    Child child(List<String> command) throws IOException {
        return new Child(start(new ProcessBuilder(command).redirectErrorStream(true)), running::remove);
    }

    /** Starts a process that doesn't outlive this one. */
    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private void destroyAll() {
        running.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        destroyAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
