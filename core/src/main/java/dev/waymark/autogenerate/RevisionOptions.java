package dev.waymark.autogenerate;

import dev.waymark.diff.Rename;
import dev.waymark.diff.RenameCandidate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a revision is to be generated.
 *
 * @param packageName the package of its class; empty for the unnamed one
 * @param id its id; empty for the number after the highest where all heads are numbers, and for a random one otherwise.
 *     If it has to be split, those after the first get the ids that follow it
 * @param revises the ids that it descends from; empty for the head, of which there must be one then
 * @param renames what is known to have been renamed, in an order in which it could have been done
 * @param asking is asked about what may have been renamed
 */
public record RevisionOptions(
        String packageName,
        Optional<String> id,
        List<String> revises,
        List<Rename> renames,
        Function<RenameCandidate, RenameAnswer> asking) {

    /** Copies the lists. */
    public RevisionOptions {
        revises = List.copyOf(revises);
        renames = List.copyOf(renames);
    }

    /**
     * {@return options with nothing but the package; what may have been renamed is left open}
     *
     * @param packageName the package of the revisions' classes; empty for the unnamed one
     */
    public static RevisionOptions inPackage(String packageName) {
        return new RevisionOptions(
                packageName, Optional.empty(), List.of(), List.of(), candidate -> RenameAnswer.UNANSWERED);
    }

    /** {@return these options with the id of the revision} */
    public RevisionOptions withId(String newId) {
        return new RevisionOptions(packageName, Optional.of(newId), revises, renames, asking);
    }

    /** {@return these options with the ids that the revision descends from} */
    public RevisionOptions withRevises(String... ids) {
        return new RevisionOptions(packageName, id, List.of(ids), renames, asking);
    }

    /** {@return these options with what is known to have been renamed} */
    public RevisionOptions withRenames(Rename... known) {
        return new RevisionOptions(packageName, id, revises, List.of(known), asking);
    }

    /** {@return these options with who is asked about what may have been renamed} */
    public RevisionOptions withAsking(Function<RenameCandidate, RenameAnswer> newAsking) {
        return new RevisionOptions(packageName, id, revises, renames, newAsking);
    }
}
