package dev.waymark.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.graphdb.config.Setting;

/** One server for all tests of a JVM, empty before each. */
final class GraphServer implements BeforeEachCallback {

    private static final Path HOMES =
            Path.of("target", "graphs").toAbsolutePath().normalize();

    private @Nullable Running running;

    @Override
    public void beforeEach(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(GraphServer.class))
                .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
        wipe();
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

    private void wipe() {
        run("MATCH (n) DETACH DELETE n");
        for (Record row : run("SHOW CONSTRAINTS YIELD name")) {
            run("DROP CONSTRAINT " + CypherNames.quoted(row.get("name").asString()));
        }
        for (Record row : run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")) {
            run("DROP INDEX " + CypherNames.quoted(row.get("name").asString()));
        }
    }

    @SuppressWarnings("unchecked") // settings that are not meant for users have no public types
    private static Running start() {
        try {
            Files.createDirectories(HOMES);
            int port = freePort();
            DatabaseManagementService service = new DatabaseManagementServiceBuilder(
                            Files.createTempDirectory(HOMES, "graph"))
                    .setConfig(BoltConnector.enabled, true)
                    .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", port))
                    .setConfig(
                            (Setting<Object>)
                                    (Setting<?>) GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period,
                            0)
                    .setConfig(
                            (Setting<Boolean>) (Setting<?>) BoltConnectorInternalSettings.enable_local_connector, false)
                    .build();
            Driver driver = GraphDatabase.driver(
                    "bolt://localhost:" + port,
                    AuthTokens.none(),
                    Config.builder().withLogging(Logging.none()).build());
            return new Running(service, driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record Running(DatabaseManagementService service, Driver driver) implements AutoCloseable {

        @Override
        public void close() {
            driver.close();
            service.shutdown();
        }
    }
}
