package dev.waymark.fault;

import java.util.ArrayList;
import java.util.List;

/** Texts compared by their lines. */
final class Lines {

    private Lines() {}

    /** The lines that only one of two texts has. */
    static String difference(String expected, String found) {
        List<String> missing = new ArrayList<>(expected.lines().toList());
        List<String> additional = new ArrayList<>();
        found.lines().filter(line -> !missing.remove(line)).forEach(additional::add);
        return "missing:\n%s\nadditional:\n%s".formatted(String.join("\n", missing), String.join("\n", additional));
    }
}
