package dev.waymark.revision;

import java.util.List;

/**
 * What a revision says of itself.
 *
 * @param id its id
 * @param revises the revisions it descends from: none for a base, several for a merge
 * @param message what it does, in a few words; may be empty
 * @param labels the branch labels that stand on it
 * @param dependsOn ids or labels of revisions that must be applied first without being its parents
 * @param transactional whether each of its directions runs in one transaction together with its record
 * @param database the name of the database it belongs to where there are several of a kind; empty for the only one
 */
public record RevisionInfo(
        RevisionId id,
        List<RevisionId> revises,
        String message,
        List<Label> labels,
        List<String> dependsOn,
        boolean transactional,
        String database) {

    /** Copies the lists. */
    public RevisionInfo {
        revises = List.copyOf(revises);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }
}
