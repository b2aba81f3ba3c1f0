package dev.waymark.run;

import dev.waymark.revision.RevisionInfo;
import java.util.Optional;

/**
 * A revision that the code knows, and how the database has it.
 *
 * @param revision what it says of itself
 * @param applied how the database has it; empty if it has not
 */
public record RevisionStatus(RevisionInfo revision, Optional<AppliedRevision> applied) {}
