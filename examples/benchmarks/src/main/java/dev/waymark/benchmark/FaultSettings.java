package dev.waymark.benchmark;

import java.util.List;

/**
 * Which faults to try on which tools.
 *
 * @param tools the tools
 * @param faults the situations
 * @param processes how many processes start at once
 * @param rounds how often they do
 * @param revisions how many revisions they find
 * @param every which requests of a run are tried as the place of a fault: 1 for each, 2 for each second one
 * @param reader how many seconds the long reader reads
 */
record FaultSettings(
        List<FaultTool> tools, List<Fault> faults, int processes, int rounds, int revisions, int every, int reader) {

    /** Copies the lists. */
    FaultSettings {
        tools = List.copyOf(tools);
        faults = List.copyOf(faults);
    }
}
