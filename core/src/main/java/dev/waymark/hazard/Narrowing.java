package dev.waymark.hazard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a change of type does to values that the new type doesn't hold as they are. */
final class Narrowing {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int FINEST = 6;

    private static final Set<String> TEXTS = Set.of("character varying", "text", "character");

    private static final Set<String> STAMPS = Set.of("timestamp without time zone", "timestamp with time zone");

    /** Types that hold all that the other does. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "cidr", Set.of("inet"),
            "bit", Set.of("bit varying"),
            "jsonb", Set.of("json"),
            "date", STAMPS);

    private Narrowing() {}

    /** What happens to them; empty if the new type holds every value of the old one. */
    static Optional<String> of(SqlType from, SqlType to) {
        if (to.checked() && !from.checked()) {
            return Optional.of("A value that the domain refuses makes it fail.");
        }
        if (isText(to)) {
            return shorter(from, to);
        }
        if (Numbers.isNumber(from) && Numbers.isNumber(to)) {
            return Numbers.narrowed(from, to);
        }
        return from.base().equals(to.base()) ? coarser(from, to) : other(from, to);
    }

    private static boolean isText(SqlType type) {
        return TEXTS.contains(type.base()) || Rewriting.isCitext(type.base());
    }

    private static Optional<String> shorter(SqlType from, SqlType to) {
        int length = to.modifier(UNLIMITED);
        int before = isText(from) ? from.modifier(UNLIMITED) : UNLIMITED;
        return length >= before
                ? Optional.empty()
                : Optional.of("A text of more than %d characters makes it fail.".formatted(length));
    }

    private static Optional<String> coarser(SqlType from, SqlType to) {
        boolean time = from.base().startsWith("time") || from.base().startsWith("interval");
        int usual = time ? FINEST : UNLIMITED;
        if (to.modifier(usual) >= from.modifier(usual)) {
            return Optional.empty();
        }
        return Optional.of(
                time
                        ? "Fractions of seconds are rounded to %d digits.".formatted(to.modifier(usual))
                        : "A value that is too long for %s makes it fail.".formatted(to.inWords()));
    }

    private static Optional<String> other(SqlType from, SqlType to) {
        if (WIDER.getOrDefault(from.base(), Set.of()).contains(to.base())) {
            return Optional.empty();
        }
        if (from.base().equals("json") && to.base().equals("jsonb")) {
            return Optional.of("The order of keys, repeated keys and blanks are lost.");
        }
        if (STAMPS.contains(from.base()) && STAMPS.contains(to.base())) {
            return Optional.of("Times are converted by the TimeZone of the session that runs it.");
        }
        return Optional.of(
                STAMPS.contains(from.base()) && to.base().equals("date")
                        ? "The time of day is lost."
                        : "A value that can't be read as %s makes it fail.".formatted(to.inWords()));
    }
}
