/** Waymark: Neo4j behind the port. */
module dev.waymark.neo4j {
    requires transitive dev.waymark.core;
}
