package dev.waymark.revision;

import java.util.Set;
import java.util.regex.Pattern;

/** The one rule for what ids and labels may look like, so that a target can name each of them. */
final class Name {

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_.]{1,100}");
    private static final Set<String> TAKEN = Set.of("head", "heads", "base", "current");

    private Name() {}

    static String checked(String kind, String value) {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Illegal %s '%s': use 1 to 100 of A-Z, a-z, 0-9, '_' and '.', since '@', '-', '+' and ':' have a meaning in targets"
                            .formatted(kind, value));
        }
        if (TAKEN.contains(value)) {
            throw new IllegalArgumentException(
                    "Illegal %s '%s': that word has a meaning of its own in targets".formatted(kind, value));
        }
        return value;
    }
}
