package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that runs {@link ChildMigrator}. Closing it kills it, if it is still there. */
final class ChildJvm implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    /** No run of a test takes as long, so it hangs. */
    private static final long MOST_MINUTES = 5;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final List<String> said = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(this::kill);
    }

    /** Starts one, which waits for a line before it does anything to a database. */
    static ChildJvm start(String uri, String what) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath(), ChildMigrator.class.getName(), uri, what));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What the tests themselves were started with. */
    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path")
                .flatMap(name -> Arrays.stream(System.getProperty(name, "").split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until everything is loaded. */
    ChildJvm awaitReady() throws IOException {
        return await(ChildMigrator.READY);
    }

    ChildJvm await(String line) throws IOException {
        assertThat(readUntil(line)).as(this::output).isTrue();
        return this;
    }

    ChildJvm say(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        return this;
    }

    private boolean readUntil(String line) throws IOException {
        String read = out.readLine();
        while (read != null && !read.equals(line)) {
            said.add(read);
            read = out.readLine();
        }
        return read != null;
    }

    /** Waits for its end. */
    int exitCode() throws IOException {
        readUntil("nothing that it says");
        return process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue();
    }

    /** SIGKILL; it is gone when this returns. By way of its handle, since the other would close what it has said. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP: it stands still, and its connections stay open. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    /** SIGCONT. */
    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }

    String output() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        kill();
    }
}
