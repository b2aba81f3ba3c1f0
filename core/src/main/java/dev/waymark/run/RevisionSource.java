package dev.waymark.run;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Map;

/** Where the code's revisions come from: the compiled index, or a list that was registered by hand. */
public interface RevisionSource {

    /**
     * {@return the digest of every revision that no other one requires} Its cost does not depend on the number of
     * revisions where the source is a compiled index.
     *
     * @throws InvalidMigrationsException if the revisions can't be used
     */
    Map<RevisionId, String> headDigests();

    /**
     * {@return all revisions}
     *
     * @throws InvalidMigrationsException if the revisions can't be used
     */
    List<Registration> registrations();
}
