package dev.waymark.index;

import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A revision as the index knows it, without its class being loaded.
 *
 * @param info what its annotation says
 * @param className the binary name of its class
 * @param kind the name of the interface by which it is a migration, such as {@code dev.waymark.postgres.SqlMigration}
 * @param checksum of its source's syntax tree; absent where the compiler did not show it
 * @param digest over its id, its checksum and the digests of all it requires
 */
public record IndexedRevision(
        RevisionInfo info, String className, String kind, Optional<String> checksum, String digest) {

    /**
     * Loads the class and makes a migration of it. Its constructor needs no parameters, and may be package-private.
     *
     * @param loader where the class is
     * @return a new instance
     * @throws dev.waymark.error.InvalidMigrationsException if that can't be done; keeps the cause
     */
    public Migration<?> newInstance(ClassLoader loader) {
        return MigrationClass.newInstance(info.id(), className, loader);
    }

    /** {@return the same with its digest out of these, which has it} */
    IndexedRevision withDigest(Map<RevisionId, String> digests) {
        String other = Objects.requireNonNull(digests.get(info.id()));
        return new IndexedRevision(info, className, kind, checksum, other);
    }
}
