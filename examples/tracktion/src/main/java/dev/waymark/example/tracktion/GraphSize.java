package dev.waymark.example.tracktion;

import dev.waymark.neo4j.Constraint;
import dev.waymark.neo4j.GraphSchema;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.run.Settings;
import java.util.Map;
import org.neo4j.driver.Driver;

/**
 * How much of Tracktion the graph holds; Waymark's history does not count, nor do the indexes that every database has.
 *
 * @param constraints how many constraints
 * @param indexes how many indexes, those of constraints not among them
 * @param recordings how many recordings
 * @param metadata how many pairs of key and value
 * @param tracklists how many tracklists
 */
record GraphSize(long constraints, long indexes, long recordings, long metadata, long tracklists) {

    static GraphSize of(Driver driver) {
        Neo4jDatabase neo4j = Neo4jDatabase.of(driver);
        GraphSchema schema = neo4j.snapshot(Settings.defaults());
        Map<String, Long> nodes = neo4j.counts(Settings.defaults()).nodesByLabel();
        long constraints =
                schema.elements().stream().filter(Constraint.class::isInstance).count();
        return new GraphSize(
                constraints,
                schema.elements().size() - constraints,
                nodes.getOrDefault("Recording", 0L),
                nodes.getOrDefault("Metadata", 0L),
                nodes.getOrDefault("Tracklist", 0L));
    }
}
