package dev.waymark.run;

import dev.waymark.error.StalePlanException;
import dev.waymark.revision.RevisionId;
import java.io.Serial;
import java.util.List;

/**
 * Another migrator has changed the applied set since it was read. Thrown by a session that could not hold its lock
 * meanwhile, before it has begun a step; the run then looks what is left of its plan.
 */
public final class OvertakenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> expected;
    private final transient List<RevisionId> found;

    /**
     * @param expected the applied heads that the step was planned for
     * @param found the applied heads that the database has
     */
    public OvertakenException(List<RevisionId> expected, List<RevisionId> found) {
        super("The applied heads are %s instead of %s".formatted(found, expected));
        this.expected = List.copyOf(expected);
        this.found = List.copyOf(found);
    }

    /** {@return the refusal of a plan that does not fit any more} */
    public StalePlanException stale() {
        return new StalePlanException(Situation.names(expected), Situation.names(found));
    }
}
