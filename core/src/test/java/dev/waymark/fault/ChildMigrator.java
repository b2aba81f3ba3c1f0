package dev.waymark.fault;

import dev.waymark.Migrator;
import dev.waymark.run.RunEvent;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.postgresql.Driver;

/** Runs an upgrade in a JVM of its own, as an application does when it starts. */
final class ChildMigrator {

    static final String READY = "ready";

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private ChildMigrator() {}

    /**
     * Says that it is ready, waits for a line, upgrades, and says what it began.
     *
     * @param arguments the URL of the database, the name of a {@link History}
     */
    public static void main(String[] arguments) throws IOException {
        Migrator migrator = History.valueOf(arguments[1])
                .of(Migrator.postgres(arguments[0]))
                .listener(ChildMigrator::tell)
                .build();
        new Driver();
        OUT.println(READY);
        new FileInputStream(FileDescriptor.in).read();
        migrator.upgrade();
        OUT.println("done");
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
