package dev.waymark.neo4j;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A migration that neo4j-migrations has applied.
 *
 * @param version its version
 * @param description what it does; may be empty
 * @param type {@code CYPHER}, {@code JAVA} or {@code CATALOG}
 * @param source the name of its file or class
 * @param checksum its checksum; empty for one in Java
 * @param at when it was applied
 * @param took how long it took
 * @param by who applied it, or else who was connected; may be empty
 */
public record ForeignMigration(
        String version,
        String description,
        String type,
        String source,
        Optional<String> checksum,
        Instant at,
        Duration took,
        String by) {}
