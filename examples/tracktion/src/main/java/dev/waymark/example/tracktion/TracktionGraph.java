package dev.waymark.example.tracktion;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;

/**
 * The graph that the example runs on.
 *
 * @param driver connects to it
 * @param description what it is, for people
 * @param server the server to stop when the example is over, if it is the example's own
 */
record TracktionGraph(Driver driver, String description, Optional<EmbeddedNeo4j> server) implements AutoCloseable {

    private static final String VERSION =
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";

    /** Without a history, even nodes with the right labels are somebody else's. */
    private static final String STRANGERS = """
            OPTIONAL MATCH (h:__waymark_revision)
            WITH CASE WHEN count(h) > 0 THEN ['Recording', 'Metadata', 'Tracklist'] ELSE [] END AS own
            MATCH (n)
            WHERE none(label IN labels(n) WHERE label IN own OR label STARTS WITH '__waymark_')
            RETURN DISTINCT coalesce(labels(n)[0], '(none)') AS label ORDER BY label LIMIT 10""";

    /** Opens the one that is named, or else starts a server of its own. */
    static TracktionGraph open(Optional<Places.Graph> place) {
        return place.map(TracktionGraph::at).orElseGet(TracktionGraph::embedded);
    }

    private static TracktionGraph embedded() {
        EmbeddedNeo4j server = EmbeddedNeo4j.start();
        return opened(connect(server.uri(), AuthTokens.none()), "embedded", Optional.of(server));
    }

    private static TracktionGraph at(Places.Graph place) {
        AuthToken token =
                place.password().isEmpty() ? AuthTokens.none() : AuthTokens.basic(place.user(), place.password());
        return opened(connect(place.uri(), token), "by NEO4J_URI", Optional.empty());
    }

    private static Driver connect(String uri, AuthToken token) {
        return GraphDatabase.driver(
                uri,
                token,
                Config.builder()
                        .withLogging(Logging.javaUtilLogging(Level.WARNING))
                        .build());
    }

    private static TracktionGraph opened(Driver driver, String how, Optional<EmbeddedNeo4j> server) {
        TracktionGraph graph = new TracktionGraph(driver, how, server);
        try {
            return new TracktionGraph(driver, "Neo4j " + graph.texts(VERSION).get(0) + ", " + how, server);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /**
     * Makes sure that nothing is lost on the way down to base.
     *
     * @throws IllegalArgumentException if the database has nodes that are not Tracktion's
     */
    void refuseStrangers() {
        List<String> strangers = texts(STRANGERS);
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(
                    "Tracktion goes down to base, and so it refuses the database of NEO4J_URI,"
                            + " which has nodes with labels that are not its own: " + String.join(", ", strangers)
                            + ".");
        }
    }

    private List<String> texts(String query) {
        try (Session session = driver.session()) {
            return session.run(query, Map.of()).list(row -> row.get(0).asString());
        }
    }

    @Override
    public void close() {
        driver.close();
        server.ifPresent(EmbeddedNeo4j::close);
    }
}
