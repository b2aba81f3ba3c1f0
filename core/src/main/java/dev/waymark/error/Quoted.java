package dev.waymark.error;

import java.util.List;
import java.util.stream.Collectors;

/** How names stand in messages. */
final class Quoted {

    private Quoted() {}

    static String list(List<String> names) {
        return join(names, ", ");
    }

    static String choice(List<String> names) {
        return join(names, " or ");
    }

    private static String join(List<String> names, String separator) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(separator));
    }
}
