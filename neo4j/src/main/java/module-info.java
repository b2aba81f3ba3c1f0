/** Waymark: Neo4j behind the port. */
@org.jspecify.annotations.NullMarked
module dev.waymark.neo4j {
    requires static org.jspecify;
    requires transitive dev.waymark.core;
    requires transitive org.neo4j.driver;
    requires org.slf4j;
    requires static com.fasterxml.jackson.databind;

    exports dev.waymark.neo4j;
}
