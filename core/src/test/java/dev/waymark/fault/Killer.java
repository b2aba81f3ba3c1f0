package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.error.MigrationException;
import dev.waymark.fault.KillPoints.Run;
import dev.waymark.fault.Wire.Point;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ways to end a run from outside. */
enum Killer {

    /** {@code kill -9} of the JVM. */
    PROCESS {
        @Override
        String kill(Run run, Point point) throws IOException {
            CompletableFuture<ChildJvm> victim = new CompletableFuture<>();
            int port = run.database().port();
            try (Wire wire = Wire.striking(port, point, backend -> victim.join().kill());
                    ChildJvm child = ChildJvm.start(
                            List.of(), Databases.url(wire.port(), run.database()), run.history(), run.way())) {
                victim.complete(child);
                int exitCode = child.awaitReady().go().exitCode();
                assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
                assertThat(exitCode).as(child::output).isEqualTo(SIGKILLED);
                return wire.saidThere();
            }
        }
    },

    /** {@code pg_terminate_backend}. */
    BACKEND {
        @Override
        String kill(Run run, Point point) throws IOException {
            int port = run.database().port();
            try (Wire wire = Wire.striking(port, point, backend -> Databases.terminate(run.database(), backend))) {
                try {
                    run.way().run(run.history(), wire.port(), run.database());
                } catch (MigrationException e) {
                    assertThat(e.getMessage()).contains("To fix this: ");
                }
                assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
                return wire.saidThere();
            }
        }
    };

    private static final int SIGKILLED = 137;

    /** Runs, kills, and tells what was said at the point. */
    abstract String kill(Run run, Point point) throws IOException;
}
