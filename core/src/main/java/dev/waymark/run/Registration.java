package dev.waymark.run;

import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionInfo;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A revision as the code has it.
 *
 * @param info what it says of itself
 * @param checksum the checksum of its source; empty if that could not be had
 * @param kind the name of the interface that its migration implements, such as
 *     {@code dev.waymark.postgres.SqlMigration}; it tells which kind of database the revision is for
 * @param migration makes the migration; called only when its step is about to run
 */
public record Registration(
        RevisionInfo info, Optional<String> checksum, String kind, Supplier<? extends Migration<?>> migration) {}
