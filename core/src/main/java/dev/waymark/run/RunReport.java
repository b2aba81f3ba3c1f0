package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import java.time.Duration;
import java.util.List;

/** What a run did. */
public sealed interface RunReport permits UpgradeReport, DowngradeReport {

    /** {@return the applied heads before the run, sorted} */
    List<RevisionId> from();

    /** {@return the applied heads after the run, sorted} */
    List<RevisionId> to();

    /** {@return what was done, in order; empty if there was nothing to do} */
    List<StepReport> steps();

    /** {@return how long the run took, connecting and waiting included} */
    Duration took();
}
