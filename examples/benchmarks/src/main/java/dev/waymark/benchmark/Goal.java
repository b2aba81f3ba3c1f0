package dev.waymark.benchmark;

/**
 * What Waymark wants to reach, and what it reached.
 *
 * @param text the goal
 * @param figure what was measured
 * @param met whether that is enough
 */
record Goal(String text, String figure, boolean met) {

    /** {@return the goal that a ratio be at most a limit} */
    static Goal atMost(String text, double ratio, double limit) {
        return new Goal(text + " <= " + limit + "x", Spread.times(ratio), ratio <= limit);
    }
}
