package dev.waymark.revision;

import org.jspecify.annotations.Nullable;

/**
 * The name by which a revision is known in code and in every database, for good.
 *
 * @param value 1 to 100 of {@code A-Z a-z 0-9 _ .}, and none of the words {@code head}, {@code heads}, {@code base},
 *     {@code current}
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    /** @throws IllegalArgumentException if a target could not name it */
    public RevisionId {
        Name.checked("revision id", value);
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    // Written out, since what a record generates is linked at its first use, which takes longer than the query of a
    // start does.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
