package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * Which schemas to read.
 *
 * @param schemas files with the statements of schemas to hold against {@code pg_dump}
 * @param tables how many tables the schema has that the benchmark makes itself, with ten columns each
 * @param dump the command of {@code pg_dump}
 */
record SnapshotSettings(List<Path> schemas, int tables, String dump) {

    /** Copies the list. */
    SnapshotSettings {
        schemas = List.copyOf(schemas);
    }
}
