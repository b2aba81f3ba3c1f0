package dev.waymark.plan;

import dev.waymark.revision.RevisionId;
import java.util.List;

/**
 * What a run will do, step by step. It remembers the state it was made for, and is refused when the database is in
 * another one.
 *
 * @param direction which way all of its steps go
 * @param heads the applied heads of the database that it was made for, sorted
 * @param steps the steps, first to last
 */
public record Plan(Direction direction, List<RevisionId> heads, List<Step> steps) {

    /** Copies the lists. */
    public Plan {
        heads = List.copyOf(heads);
        steps = List.copyOf(steps);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
