package dev.waymark.fault;

import dev.waymark.Migrator;
import dev.waymark.fault.KillPoints.Way;
import dev.waymark.run.RunEvent;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.postgresql.Driver;

/** A run in a JVM of its own, as an application begins one when it starts. */
final class ChildMigrator {

    static final String READY = "ready";

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private ChildMigrator() {}

    /**
     * Says that it is ready, waits for a line, runs, and says what it begins and finishes. If nobody is left to say the
     * line, it ends.
     *
     * @param arguments the URL of the database, the names of a {@link History} and of a {@link Way}
     */
    public static void main(String[] arguments) throws IOException {
        Migrator migrator = History.valueOf(arguments[1])
                .of(Migrator.postgres(arguments[0]))
                .listener(ChildMigrator::tell)
                .build();
        new Driver();
        OUT.println(READY);
        if (new FileInputStream(FileDescriptor.in).read() >= 0) {
            Way.valueOf(arguments[2]).run(migrator);
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
