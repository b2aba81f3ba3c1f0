package dev.waymark.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of types as PostgreSQL prints them. */
final class TypeNames {

    private static final Pattern NAME = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\".]+))(?:\\.|$)");

    private TypeNames() {}

    /** The parts of a qualified name, not quoted; of any other text something that names nothing. */
    static List<String> path(String qualified) {
        List<String> path = new ArrayList<>();
        Matcher matcher = NAME.matcher(qualified);
        while (matcher.find()) {
            path.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
        }
        return path.isEmpty() ? List.of(qualified) : path;
    }
}
