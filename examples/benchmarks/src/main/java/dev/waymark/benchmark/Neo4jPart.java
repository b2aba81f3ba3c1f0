package dev.waymark.benchmark;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.net.URI;
import java.time.Duration;

/** Upgrades of Neo4j, of an empty database and with nothing to do, over wires of several lengths. */
final class Neo4jPart {

    private final Bench bench;

    Neo4jPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(bench.directory().resolve("neo4j"))) {
            for (int delay : bench.settings().neo4j().delays()) {
                try (CountingProxy proxy = CountingProxy.distant(port(server), Duration.ofMillis(delay))) {
                    new Neo4jWire(bench, server, proxy, delay).measure();
                }
            }
        }
    }

    private static int port(EmbeddedNeo4j server) {
        return URI.create(server.uri()).getPort();
    }
}
