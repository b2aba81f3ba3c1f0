package dev.waymark.benchmark;

import java.util.List;

/**
 * What to measure on Neo4j.
 *
 * @param tools which contenders
 * @param steps numbers of revisions to apply
 * @param delays what a round trip takes in addition, in milliseconds
 * @param samples processes for each figure, after one that doesn't count
 */
record Neo4jSettings(List<Neo4jTool> tools, List<Integer> steps, List<Integer> delays, int samples) {

    /** Copies the lists. */
    Neo4jSettings {
        tools = List.copyOf(tools);
        steps = List.copyOf(steps);
        delays = List.copyOf(delays);
    }
}
