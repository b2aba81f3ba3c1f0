package dev.waymark.example.tracktion;

import dev.waymark.autogenerate.RenameAnswer;
import dev.waymark.diff.RenameCandidate;
import java.io.Console;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who knows what was renamed.
 *
 * @param console where to ask; null if nobody is there
 */
record Person(@Nullable Console console) implements Function<RenameCandidate, RenameAnswer> {

    @Override
    public RenameAnswer apply(RenameCandidate candidate) {
        String said = console == null ? null : console.readLine("%s [y/n] ", candidate.question());
        return said == null ? RenameAnswer.UNANSWERED : answer(said);
    }

    private static RenameAnswer answer(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> RenameAnswer.YES;
            case "n", "no" -> RenameAnswer.NO;
            default -> RenameAnswer.UNANSWERED;
        };
    }
}
