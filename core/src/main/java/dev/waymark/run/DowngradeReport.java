package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import java.time.Duration;
import java.util.List;

/**
 * What a downgrade did.
 *
 * @param from the applied heads before it, sorted
 * @param to the applied heads after it, sorted
 * @param steps what was done, in order; empty if there was nothing to do
 * @param took how long it took, connecting and waiting included
 */
public record DowngradeReport(List<RevisionId> from, List<RevisionId> to, List<StepReport> steps, Duration took)
        implements RunReport {

    /** Copies the lists. */
    public DowngradeReport {
        from = List.copyOf(from);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
    }
}
