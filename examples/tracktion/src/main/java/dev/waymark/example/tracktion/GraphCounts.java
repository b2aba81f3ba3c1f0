package dev.waymark.example.tracktion;

import dev.waymark.neo4j.Constraint;
import dev.waymark.neo4j.GraphSchema;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.run.Settings;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * How much of Tracktion the graph holds; Waymark's history does not count, nor do the indexes that every database has.
 *
 * @param constraints how many constraints
 * @param indexes how many indexes, those of constraints not among them
 * @param recordings how many recordings
 * @param metadata how many pairs of key and value
 * @param tracklists how many tracklists
 */
record GraphCounts(int constraints, int indexes, int recordings, int metadata, int tracklists) {

    private static final String NODES = """
            RETURN COUNT { (:Recording) } AS recordings, COUNT { (:Metadata) } AS metadata,
                   COUNT { (:Tracklist) } AS tracklists""";

    static GraphCounts of(Driver driver) {
        GraphSchema schema = Neo4jDatabase.of(driver).snapshot(Settings.defaults());
        int constraints = (int)
                schema.elements().stream().filter(Constraint.class::isInstance).count();
        try (Session session = driver.session()) {
            Record nodes = session.run(NODES).single();
            return new GraphCounts(
                    constraints,
                    schema.elements().size() - constraints,
                    nodes.get("recordings").asInt(),
                    nodes.get("metadata").asInt(),
                    nodes.get("tracklists").asInt());
        }
    }
}
