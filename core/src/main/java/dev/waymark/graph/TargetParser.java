package dev.waymark.graph;

import dev.waymark.error.InvalidTargetException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [branch@][word][+N|-N]}, where a word or a number must be there. */
final class TargetParser {

    private static final String NAME = "[A-Za-z0-9_.]+";
    private static final Pattern TARGET =
            Pattern.compile("(?:(?<branch>%1$s)@)?(?=.)(?<word>%1$s)?(?<steps>[+-][0-9]+)?".formatted(NAME));

    /** More steps than any history has, so that larger numbers may as well be this one. */
    private static final BigInteger MOST_STEPS = BigInteger.valueOf(Integer.MAX_VALUE);

    private TargetParser() {}

    static Target parse(String text) {
        Matcher matcher = TARGET.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidTargetException(text, problem(text));
        }
        Target target = target(matcher.group("word"), matcher.group("steps"));
        String branch = matcher.group("branch");
        return branch == null ? target : new Target.OnBranch(branch, target);
    }

    private static Target target(@Nullable String word, @Nullable String steps) {
        if (word == null) {
            return new Target.Relative(number(steps));
        }
        return steps == null ? word(word) : new Target.Counted(word(word), number(steps));
    }

    private static Target.Word word(String word) {
        return switch (word) {
            case "head" -> new Target.Head();
            case "heads" -> new Target.Heads();
            case "base" -> new Target.Base();
            case "current" -> new Target.Current();
            default -> new Target.Name(word);
        };
    }

    private static int number(@Nullable String steps) {
        BigInteger number = steps == null ? BigInteger.ZERO : new BigInteger(steps);
        return number.max(MOST_STEPS.negate()).min(MOST_STEPS).intValue();
    }

    private static String problem(String text) {
        if (text.isEmpty()) {
            return "it is empty.";
        }
        return text.indexOf(':') < 0
                ? "it is not of the form [branch@][name][+N or -N]."
                : "a range, with ':', has a meaning for a history only.";
    }
}
