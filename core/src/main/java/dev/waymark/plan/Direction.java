package dev.waymark.plan;

/** Which way a step goes. */
public enum Direction {
    /** From what a revision revises to the revision. */
    UP,
    /** From a revision back to what it revises. */
    DOWN;

    @Override
    public String toString() {
        return this == UP ? "up" : "down";
    }
}
