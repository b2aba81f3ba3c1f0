package dev.waymark.neo4j;

import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What a revision is that is to be written.
 *
 * @param id its id
 * @param message what it does, in a few words; may be empty
 * @param packageName the package of its class; empty for the unnamed one
 * @param revises the ids of those that it descends from; empty for the applied heads of its database
 */
public record GraphRevisionOptions(String id, String message, String packageName, Optional<List<String>> revises) {

    /** @throws IllegalArgumentException if an id can't be one */
    public GraphRevisionOptions {
        RevisionId unused = new RevisionId(id);
        revises = revises.map(List::copyOf);
        revises.ifPresent(ids -> ids.forEach(RevisionId::new));
    }

    /**
     * {@return a revision of the applied heads}
     *
     * @param id its id
     * @param message what it does, in a few words; may be empty
     * @param packageName the package of its class; empty for the unnamed one
     */
    public static GraphRevisionOptions of(String id, String message, String packageName) {
        return new GraphRevisionOptions(id, message, packageName, Optional.empty());
    }

    /** {@return this with the revisions that it descends from; none for a base} */
    public GraphRevisionOptions withRevises(String... ids) {
        return new GraphRevisionOptions(id, message, packageName, Optional.of(List.of(ids)));
    }
}
