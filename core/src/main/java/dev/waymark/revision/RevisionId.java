package dev.waymark.revision;

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

    @Override
    public String toString() {
        return value;
    }
}
