package dev.waymark.postgres;

/**
 * A statement of an unfinished step, as the history has it.
 *
 * @param number which statement of the step, from 1
 * @param state how it stands
 * @param text the statement with its values put in
 * @param changed how many rows it changed
 */
record StatementRecord(int number, State state, String text, int changed) {

    /** How a statement stands. */
    enum State {
        /** It was sent, and nothing is known since. */
        RUNNING,
        DONE,
        FAILED
    }
}
