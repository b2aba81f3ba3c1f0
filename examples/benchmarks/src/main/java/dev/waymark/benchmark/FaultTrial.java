package dev.waymark.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The main class of a forked process in which a fault may happen: it says that it is ready, waits to be let go,
 * upgrades one database once, and tells what went wrong. It does not outlive the process that started it.
 */
final class FaultTrial {

    private static final int ORPHANED = 3;

    private FaultTrial() {}

    /**
     * Runs the trial.
     *
     * @param arguments the tool, the JDBC URL, the directory of its material
     * @throws IOException if the starting process can't be heard
     */
    public static void main(String[] arguments) throws IOException {
        Contender contender = contender(arguments[0], new Work(0, arguments[1], Path.of(arguments[2])));
        try (var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.println(Child.READY);
            awaitRelease(System.in);
            contender.upgrade();
            Runtime.getRuntime().halt(0);
        } catch (Exception e) {
            complain(e);
            Runtime.getRuntime().halt(1);
        }
    }

    /** One byte lets go; the end of the input means that nobody waits for the outcome any more. */
    private static void awaitRelease(InputStream input) throws IOException {
        if (input.read() < 0) {
            Runtime.getRuntime().halt(ORPHANED);
        }
        var watch = new Thread(() -> haltAtEnd(input), "watch for the end of input");
        watch.setDaemon(true);
        watch.start();
    }

    private static void haltAtEnd(InputStream input) {
        try {
            input.transferTo(FileOutputStream.nullOutputStream());
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private static Contender contender(String tool, Work work) {
        return switch (FaultTool.named(tool)) {
            case FLYWAY -> new FlywaySql(work, FlywaySql.Lock.TRANSACTION);
            case FLYWAY_SESSION -> new FlywaySql(work, FlywaySql.Lock.SESSION);
            case LIQUIBASE -> new LiquibaseLog(work);
            case WAYMARK -> new Waymark(work);
            case ALEMBIC -> throw new IllegalArgumentException("Alembic does not run in a JVM");
        };
    }

    private static void complain(Exception exception) {
        try (var out = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                out.println(cause);
            }
        }
    }
}
