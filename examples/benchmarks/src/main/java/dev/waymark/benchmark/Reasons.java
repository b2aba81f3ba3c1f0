package dev.waymark.benchmark;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells reasons and how often each was one. */
final class Reasons {

    private Reasons() {}

    /** {@return the most frequent one behind a colon, or nothing} */
    static String first(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> ": " + entry.getKey())
                .orElse("");
    }

    /** {@return all of them with their numbers, the most frequent first} */
    static String all(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey() + " " + entry.getValue() + "x")
                .collect(Collectors.joining(", "));
    }
}
