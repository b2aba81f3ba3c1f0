package dev.waymark.neo4j;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** One server for all tests of a JVM, empty before each. */
final class GraphServer implements BeforeEachCallback {

    private static final Path HOMES = Path.of("target", "graphs");

    private @Nullable Running running;

    @Override
    public void beforeEach(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(GraphServer.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        running.server().wipe();
    }

    List<Record> run(String cypher) {
        return read(cypher, Map.of());
    }

    List<Record> read(String cypher, Map<String, Object> parameters) {
        try (Session session = driver().session()) {
            return session.run(cypher, parameters).list();
        }
    }

    /** Runs each list in a transaction of its own. */
    void walk(List<List<String>> stages) {
        try (Session session = driver().session()) {
            for (List<String> stage : stages) {
                Transaction transaction = session.beginTransaction();
                stage.forEach(cypher -> transaction.run(cypher).consume());
                transaction.commit();
            }
        }
    }

    Driver driver() {
        return Objects.requireNonNull(running).driver();
    }

    ServerInfo info() {
        Record row = run("CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'"
                        + " RETURN versions[0] AS version, edition")
                .get(0);
        return new ServerInfo(row.get("version").asString(), row.get("edition").asString());
    }

    LiveSchema live() {
        return SchemaReader.read(this::read, info(), "waymark");
    }

    private record Running(EmbeddedNeo4j server, Driver driver) implements AutoCloseable {

        static Running start() {
            try {
                Files.createDirectories(HOMES);
                EmbeddedNeo4j server = EmbeddedNeo4j.start(Files.createTempDirectory(HOMES, "graph"));
                return new Running(server, GraphDatabase.driver(server.uri(), AuthTokens.none()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            driver.close();
            server.close();
        }
    }
}
