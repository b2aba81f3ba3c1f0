package dev.waymark.postgres;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a snapshot leaves out.
 *
 * @param without what it does not say of any object
 * @param historySchema the schema of Waymark's own tables, which are no part of a snapshot
 * @param historyPrefix how the names of Waymark's own tables begin
 */
public record SnapshotOptions(Set<Part> without, String historySchema, String historyPrefix) {

    /** What can be left out. */
    public enum Part {
        /** Who owns an object. */
        OWNERS,
        /** Who may do what with it, and the default privileges. */
        PRIVILEGES
    }

    /** Copies the set. */
    public SnapshotOptions {
        without = Set.copyOf(without);
    }

    /** {@return everything, but for the history in schema {@code public} with the usual prefix} */
    public static SnapshotOptions complete() {
        return new SnapshotOptions(Set.of(), "public", "waymark");
    }

    /** {@return what belongs to the schema alone: neither owners nor privileges} */
    public static SnapshotOptions structure() {
        return new SnapshotOptions(EnumSet.allOf(Part.class), "public", "waymark");
    }
}
