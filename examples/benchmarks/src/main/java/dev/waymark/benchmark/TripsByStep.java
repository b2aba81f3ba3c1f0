package dev.waymark.benchmark;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many round trips so many steps took. */
final class TripsByStep {

    private final NavigableMap<Integer, Integer> counts = new TreeMap<>();

    void put(int steps, int roundTrips) {
        counts.put(steps, roundTrips);
    }

    /** {@return the round trips of the largest number of steps} */
    int total() {
        return counts.lastEntry().getValue();
    }

    /** {@return what each step costs: the difference between few and many, if there are both} */
    double each() {
        Map.Entry<Integer, Integer> few = counts.size() > 1 ? counts.firstEntry() : Map.entry(0, 0);
        Map.Entry<Integer, Integer> many = counts.lastEntry();
        return (many.getValue() - few.getValue()) / (double) (many.getKey() - few.getKey());
    }
}
