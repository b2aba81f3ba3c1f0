package dev.waymark.neo4j.fault;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** One server for the tests of faults of a JVM, empty before each. */
final class Server implements BeforeEachCallback {

    private static final Path HOMES =
            Path.of("target", "fault-graphs").toAbsolutePath().normalize();

    private @Nullable Running running;

    @Override
    public void beforeEach(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Server.class))
                .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
        wipe();
    }

    private static Running start() {
        try {
            Files.createDirectories(HOMES);
            EmbeddedNeo4j server = EmbeddedNeo4j.start(Files.createTempDirectory(HOMES, "graph"));
            return new Running(server, driver(server.uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Driver driver(String uri) {
        return GraphDatabase.driver(
                uri,
                AuthTokens.none(),
                Config.builder().withLogging(Logging.none()).build());
    }

    EmbeddedNeo4j embedded() {
        return running().server();
    }

    Driver driver() {
        return running().driver();
    }

    String uri() {
        return embedded().uri();
    }

    int port() {
        return URI.create(uri()).getPort();
    }

    void wipe() {
        embedded().wipe();
    }

    List<Record> run(String cypher) {
        try (Session session = driver().session()) {
            return session.run(cypher).list();
        }
    }

    List<String> texts(String cypher) {
        return run(cypher).stream().map(row -> row.get(0).asString()).toList();
    }

    /** As if a dead holder's lease had run out. */
    void expireLease() {
        run("MATCH (l:__waymark_lock) SET l.expires = 0");
    }

    private Running running() {
        return Objects.requireNonNull(running);
    }

    private record Running(EmbeddedNeo4j server, Driver driver) implements AutoCloseable {

        @Override
        public void close() {
            driver.close();
            server.close();
        }
    }
}
