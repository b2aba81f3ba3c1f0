package dev.waymark.neo4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.error.MigrationException;
import dev.waymark.neo4j.fault.Wire.Point;
import dev.waymark.run.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.neo4j.driver.Driver;

/** Ways to end a run from outside. */
enum Killer {

    /** {@code kill -9} of the JVM. */
    PROCESS {
        @Override
        String kill(Server server, Way way, Point point) throws IOException {
            CompletableFuture<ChildJvm> victim = new CompletableFuture<>();
            try (Wire wire = Wire.striking(
                            server.port(), point, () -> victim.join().kill());
                    ChildJvm child = ChildJvm.start(wire.uri(), way.name())) {
                victim.complete(child);
                int exitCode = child.awaitReady().say("go").exitCode();
                assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
                assertThat(exitCode).as(child::output).isEqualTo(SIGKILLED);
                return wire.struckAt();
            }
        }
    },

    /** The network: what the server sees of a run that was killed, without a process for each. */
    CONNECTIONS {
        @Override
        String kill(Server server, Way way, Point point) throws IOException {
            try (Wire wire = Wire.striking(server.port(), point, () -> {});
                    Driver driver = Server.driver(wire.uri())) {
                try {
                    way.run(Way.builder(driver)
                            .settings(Settings.defaults().withLockWait(IMPATIENCE))
                            .build());
                } catch (MigrationException e) {
                    assertThat(e.getMessage()).contains("To fix this: ");
                }
                assertThat(wire.hasStruck()).as("%s was reached", point).isTrue();
                return wire.struckAt();
            }
        }
    };

    private static final int SIGKILLED = 137;
    private static final Duration IMPATIENCE = Duration.ofMillis(100);

    /** Runs, kills, and tells what was said at the point. */
    abstract String kill(Server server, Way way, Point point) throws IOException;
}
