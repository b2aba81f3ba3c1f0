package dev.waymark.revision;

/**
 * A name for a branch. It stands on one revision, and may be used wherever that revision's id may.
 *
 * @param value 1 to 100 of {@code A-Z a-z 0-9 _ .}, and none of the words {@code head}, {@code heads}, {@code base},
 *     {@code current}
 */
public record Label(String value) implements Comparable<Label> {

    /** @throws IllegalArgumentException if a target could not name it */
    public Label {
        Name.checked("label", value);
    }

    @Override
    public int compareTo(Label other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
