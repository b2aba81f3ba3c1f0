package dev.waymark.neo4j;

/**
 * How far an index is.
 *
 * @param name its name
 * @param state what the server calls its state: {@code ONLINE}, {@code POPULATING} or {@code FAILED}
 * @param percent how much of what it is about it holds, from 0 to 100
 * @param failure why it failed, in one line; empty if it did not
 */
record IndexState(String name, String state, double percent, String failure) {

    boolean isOnline() {
        return state.equals("ONLINE");
    }

    boolean isFailed() {
        return state.equals("FAILED");
    }
}
