package dev.waymark.example.tracktion;

import java.util.Map;
import java.util.Optional;

/**
 * Where the example's databases are, as the environment says.
 *
 * @param databaseUrl the address of PostgreSQL; may hold a password; empty for an embedded one
 * @param graph the address of Neo4j; empty for an embedded one
 */
record Places(Optional<String> databaseUrl, Optional<Graph> graph) {

    static Places of(Map<String, String> environment) {
        return new Places(
                Optional.ofNullable(environment.get("DATABASE_URL")),
                Optional.ofNullable(environment.get("NEO4J_URI"))
                        .map(uri -> new Graph(
                                uri,
                                environment.getOrDefault("NEO4J_USER", "neo4j"),
                                environment.getOrDefault("NEO4J_PASSWORD", ""))));
    }

    /** A record tells all that it has; this may have passwords. */
    @Override
    public String toString() {
        return "the databases of Tracktion";
    }

    /**
     * Where Neo4j is.
     *
     * @param uri where the server is
     * @param user who connects
     * @param password their password; empty where the server asks for none
     */
    record Graph(String uri, String user, String password) {

        @Override
        public String toString() {
            return uri;
        }
    }
}
