package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The outcomes of several tools, taken in turns so that whatever else the machine does befalls all alike.
 *
 * @param outcomes of each tool, in the order of the rounds
 * @param <T> the kind of tool
 */
record Rounds<T>(Map<T, List<Outcome>> outcomes) {

    /** One sample of one tool. */
    @FunctionalInterface
    interface Sampler<T> {
        Outcome sample(T tool, int round) throws Exception;
    }

    /** Takes a round that doesn't count, then as many as are wanted; each round begins with another tool. */
    static <T> Rounds<T> take(List<T> tools, int samples, Sampler<T> sampler) throws Exception {
        var outcomes = new LinkedHashMap<T, List<Outcome>>();
        tools.forEach(tool -> outcomes.put(tool, new ArrayList<>()));
        var order = new ArrayList<>(tools);
        for (int round = 0; round <= samples; round++) {
            takeOne(order, round, sampler, outcomes);
            Collections.rotate(order, 1);
        }
        return new Rounds<>(outcomes);
    }

    private static <T> void takeOne(List<T> order, int round, Sampler<T> sampler, Map<T, List<Outcome>> outcomes)
            throws Exception {
        for (T tool : order) {
            Outcome outcome = sampler.sample(tool, round);
            if (round > 0) {
                outcomes.getOrDefault(tool, List.of()).add(outcome);
            }
        }
    }

    /** {@return the spread of a figure over all rounds of a tool} */
    Spread spread(T tool, ToDoubleFunction<Outcome> figure) {
        return Spread.of(of(tool).stream().mapToDouble(figure).boxed().toList());
    }

    /** {@return the spread of all warm calls of a tool} */
    Spread warm(T tool) {
        return Spread.of(
                of(tool).stream().flatMap(outcome -> outcome.warm().stream()).toList());
    }

    private List<Outcome> of(T tool) {
        return outcomes.getOrDefault(tool, List.of());
    }
}
