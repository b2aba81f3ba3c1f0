package dev.waymark.example.tracktion;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;

/** An embedded Neo4j for the tests of one class, empty before each. */
final class GraphServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private @Nullable EmbeddedNeo4j server;
    private @Nullable Driver driver;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = EmbeddedNeo4j.start();
        driver = GraphDatabase.driver(
                server.uri(),
                AuthTokens.none(),
                Config.builder().withLogging(Logging.none()).build());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running().wipe();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        driver().close();
        running().close();
    }

    Places.Graph place() {
        return new Places.Graph(running().uri(), "", "");
    }

    Driver driver() {
        return Objects.requireNonNull(driver, "Not started");
    }

    void run(String cypher) {
        try (Session session = driver().session()) {
            session.run(cypher).consume();
        }
    }

    List<String> texts(String cypher) {
        try (Session session = driver().session()) {
            return session.run(cypher).list(row -> row.get(0).asString());
        }
    }

    private EmbeddedNeo4j running() {
        return Objects.requireNonNull(server, "Not started");
    }
}
