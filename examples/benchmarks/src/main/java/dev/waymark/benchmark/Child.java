package dev.waymark.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that is ready to upgrade a database, and does so once it is let go. */
final class Child {

    /** What the process prints when it waits to be let go. */
    static final String READY = "ready";

    private static final int BOOT_SECONDS = 120;

    private static final int IDLE_SECONDS = 20;
    private static final Duration IDLE_CPU = Duration.ofMillis(300);

    private final Process process;
    private final Consumer<Process> atEnd;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader = new Thread(this::read, "read a child's output");
    private long released;

    /** Takes a process that was just started, and what to do with it when it has ended. */
    Child(Process process, Consumer<Process> atEnd) {
        this.process = process;
        this.atEnd = atEnd;
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            take("(its output broke off: " + e.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    private void take(String line) {
        if (line.equals(READY)) {
            ready.countDown();
            return;
        }
        synchronized (lines) {
            lines.add(line);
        }
    }

    /** Waits until the process waits. */
    Child awaitReady() throws InterruptedException {
        if (!ready.await(BOOT_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            kill();
            throw new IllegalStateException("A process did not get ready: " + output());
        }
        return this;
    }

    /** Lets the process go. */
    Child release() throws IOException {
        released = System.nanoTime();
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
        return this;
    }

    /**
     * {@return how the process ended, or that it hangs; then it is killed} It hangs when it has done next to nothing
     * for some time: a machine that is busy with other things makes nobody hang.
     */
    Ending await() throws InterruptedException {
        Duration before = cpu();
        boolean ended = process.waitFor(IDLE_SECONDS, TimeUnit.SECONDS);
        while (!ended && cpu().minus(before).compareTo(IDLE_CPU) > 0) {
            before = cpu();
            ended = process.waitFor(IDLE_SECONDS, TimeUnit.SECONDS);
        }
        return end(ended);
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@return how the process ended, or that it did not within so many seconds; then it is killed} */
    Ending await(int seconds) throws InterruptedException {
        return end(process.waitFor(seconds, TimeUnit.SECONDS));
    }

    private Ending end(boolean ended) throws InterruptedException {
        double took = (System.nanoTime() - released) / 1e9;
        kill();
        if (!ended) {
            return new Ending(Ending.Kind.HANGS, output(), took);
        }
        return new Ending(process.exitValue() == 0 ? Ending.Kind.DONE : Ending.Kind.FAILED, output(), took);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Kills the process as {@code kill -9} does, and returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join(TimeUnit.SECONDS.toMillis(BOOT_SECONDS));
        atEnd.accept(process);
    }

    private String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }
}
