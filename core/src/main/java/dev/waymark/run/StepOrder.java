package dev.waymark.run;

import dev.waymark.migration.Migration;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a database needs to run one step and to record it.
 *
 * @param step the revision and its direction
 * @param migration what to run
 * @param requires the ids that the revision requires, for the record
 * @param heads what the step does to the applied heads of this database
 * @param checksum the checksum of the source; empty if it has none
 * @param digest the digest
 * @param run which run it belongs to
 * @param <C> what the migration works with
 */
public record StepOrder<C>(
        Step step,
        Migration<C> migration,
        List<RevisionId> requires,
        HeadChange heads,
        Optional<String> checksum,
        String digest,
        UUID run) {}
