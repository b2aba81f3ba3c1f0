package dev.waymark.neo4j.fault;

import dev.waymark.Migrator;
import dev.waymark.error.MigrationException;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.run.RunEvent;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.neo4j.driver.Driver;

/** A run in a JVM of its own, as an application begins one when it starts. */
final class ChildMigrator {

    static final String READY = "ready";
    static final String PAUSES = "PAUSES";
    static final String RESHAPES = "RESHAPES";

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));

    private ChildMigrator() {}

    /**
     * Says that it is ready, waits for a line, runs, and says what it begins and finishes. If nobody is left to say the
     * line, it ends.
     *
     * @param arguments the URI of the server, and the name of a {@link Way}, or {@link #PAUSES} for a short lease and
     *     revisions that wait for a line in between, or {@link #RESHAPES} for a refactoring of much data
     */
    public static void main(String[] arguments) throws IOException {
        try (Driver driver = Server.driver(arguments[0])) {
            driver.verifyConnectivity();
            OUT.println(READY);
            if (IN.readLine() != null) {
                run(driver, arguments[1]);
            }
        } catch (MigrationException e) {
            OUT.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Driver driver, String what) {
        if (what.equals(PAUSES)) {
            Migrator.on(Neo4jDatabase.of(driver).withLease(LEASE))
                    .revisions(PausingRevisions.all(ChildMigrator::pause))
                    .build()
                    .upgrade();
        } else if (what.equals(RESHAPES)) {
            Migrator.on(Neo4jDatabase.of(driver).withLease(LEASE))
                    .revisions(new MillionNodesIT.PiecesAreTracks())
                    .build()
                    .upgrade();
        } else {
            Way.valueOf(what)
                    .run(Way.builder(driver).listener(ChildMigrator::tell).build());
        }
    }

    private static void pause(String where) {
        OUT.println(where);
        try {
            IN.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            OUT.println("started " + started.step().id());
        } else if (event instanceof RunEvent.StepFinished finished) {
            OUT.println("finished " + finished.step().id());
        } else if (event instanceof RunEvent.LockWaited) {
            OUT.println("waiting");
        }
    }
}
