package dev.waymark.neo4j;

import dev.waymark.error.RunException;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.Settings;
import dev.waymark.source.RevisionClass;
import java.util.List;
import java.util.Optional;

/**
 * Holds the schema that an application wants, the one that its revisions have made, and the one that a graph has
 * against each other, and writes revisions from the difference. What the revisions have made is read from the history,
 * which keeps it with each schema stage; a stamp takes the schema as it finds it. Only reads, and takes no lock.
 * Immutable and thread-safe.
 */
public final class GraphAutogenerate {

    private final Neo4jDatabase database;
    private final Settings settings;

    private GraphAutogenerate(Neo4jDatabase database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * {@return the comparing and generating for a database}
     *
     * @param database the database, upgraded to what is to be compared
     * @param settings where its history is
     */
    public static GraphAutogenerate of(Neo4jDatabase database, Settings settings) {
        return new GraphAutogenerate(database, settings);
    }

    /**
     * {@return what leads from the schema that the applied revisions have made to the one that is wanted; empty if they
     * are the same}
     *
     * @param model the schema that the application wants
     * @throws RunException if the database can't be reached or read
     */
    public GraphSchemaDiff check(GraphSchema model) {
        try (Neo4jSession session = open()) {
            return GraphSchemaDiff.between(session.expected(), model);
        }
    }

    /**
     * {@return what leads from the schema that the applied revisions have made to the one that the graph has; empty if
     * nobody has changed anything beside them}
     *
     * @throws RunException if the database can't be reached or read
     */
    public GraphSchemaDiff drift() {
        try (Neo4jSession session = open()) {
            return GraphSchemaDiff.between(session.expected(), session.live().schema());
        }
    }

    /**
     * {@return the revision that makes what {@link #check} finds; empty if it finds nothing}
     *
     * @param model the schema that the application wants
     * @param options what the revision is
     * @throws RunException if the database can't be reached or read
     */
    public Optional<GraphRevision> revision(GraphSchema model, GraphRevisionOptions options) {
        try (Neo4jSession session = open()) {
            return generated(GraphSchemaDiff.between(session.expected(), model), options, session);
        }
    }

    /**
     * {@return the revision that makes all that a graph has and no revision has made; empty if there is nothing} This
     * is how a graph that was there before its first revision is taken over: write it, and stamp it.
     *
     * @param options what the revision is
     * @throws RunException if the database can't be reached or read
     */
    public Optional<GraphRevision> baseline(GraphRevisionOptions options) {
        try (Neo4jSession session = open()) {
            return generated(
                    GraphSchemaDiff.between(session.expected(), session.live().schema()), options, session);
        }
    }

    private static Optional<GraphRevision> generated(
            GraphSchemaDiff diff, GraphRevisionOptions options, Neo4jSession session) {
        if (diff.isEmpty()) {
            return Optional.empty();
        }
        List<String> revises = options.revises().orElseGet(() -> session.headDigests().keySet().stream()
                .map(RevisionId::value)
                .sorted()
                .toList());
        RevisionClass frame = new RevisionClass(options.id(), revises, options.message(), true);
        return Optional.of(
                new GraphRevision(frame.name(), GraphSchemaSource.write(frame, options.packageName(), diff), diff));
    }

    private Neo4jSession open() {
        return new Neo4jSession(database, database.access(), settings);
    }
}
