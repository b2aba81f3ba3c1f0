package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The outcomes of several tools, taken in turns so that whatever else the machine does befalls all alike.
 *
 * @param outcomes of each tool, in the order of the rounds
 */
record Rounds(Map<Tool, List<Outcome>> outcomes) {

    /** One sample of one tool. */
    @FunctionalInterface
    interface Sampler {
        Outcome sample(Tool tool, int round) throws Exception;
    }

    /** Takes a round that doesn't count, then as many as are wanted; each round begins with another tool. */
    static Rounds take(List<Tool> tools, int samples, Sampler sampler) throws Exception {
        var outcomes = new EnumMap<Tool, List<Outcome>>(Tool.class);
        tools.forEach(tool -> outcomes.put(tool, new ArrayList<>()));
        var order = new ArrayList<>(tools);
        for (int round = 0; round <= samples; round++) {
            takeOne(order, round, sampler, outcomes);
            Collections.rotate(order, 1);
        }
        return new Rounds(outcomes);
    }

    private static void takeOne(List<Tool> order, int round, Sampler sampler, Map<Tool, List<Outcome>> outcomes)
            throws Exception {
        for (Tool tool : order) {
            Outcome outcome = sampler.sample(tool, round);
            if (round > 0) {
                outcomes.getOrDefault(tool, List.of()).add(outcome);
            }
        }
    }

    /** {@return the spread of a figure over all rounds of a tool} */
    Spread spread(Tool tool, ToDoubleFunction<Outcome> figure) {
        return Spread.of(of(tool).stream().mapToDouble(figure).boxed().toList());
    }

    /** {@return the spread of all warm calls of a tool} */
    Spread warm(Tool tool) {
        return Spread.of(
                of(tool).stream().flatMap(outcome -> outcome.warm().stream()).toList());
    }

    private List<Outcome> of(Tool tool) {
        return outcomes.getOrDefault(tool, List.of());
    }
}
