package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.fault.KillPoints.Way;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs {@link ChildMigrator}. Closing it kills it, if it is still there. */
final class ChildJvm implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx128m");

    /** No run of a test takes as long, so it hangs. */
    private static final long MOST_MINUTES = 5;

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(this::kill);
    }

    /** Starts one, which waits for {@link #go()} before it does anything to a database. */
    static ChildJvm start(List<Path> additionalClasses, String url, History history, Way way) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", ClassPath.with(additionalClasses), ChildMigrator.class.getName()));
        command.addAll(List.of(url, history.name(), way.name()));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until everything is loaded. */
    ChildJvm awaitReady() throws IOException {
        assertThat(readUntil(ChildMigrator.READY)).as(this::output).isTrue();
        return this;
    }

    ChildJvm go() throws IOException {
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("go\n");
        }
        return this;
    }

    /** Waits until it says so; false if it ends before. */
    boolean readUntil(String line) throws IOException {
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
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(this::output).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** SIGKILL; it is gone when this returns. By way of its handle, since the other would close what it has said. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    String output() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        kill();
    }
}
