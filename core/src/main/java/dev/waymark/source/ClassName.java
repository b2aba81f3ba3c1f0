package dev.waymark.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a revision's class, as in {@code R010AddTempoToRecordings}. */
final class ClassName {

    /** Files of longer names can't be written everywhere. */
    private static final int LONGEST = 70;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Accents and apostrophes. */
    private static final Pattern DROPPED = Pattern.compile("[\\p{M}'\u2019]+");

    private ClassName() {}

    /** The id, then the words of the message as far as they can be told in ASCII and the name gets not too long. */
    static String of(String id, String message) {
        StringBuilder name = new StringBuilder("R" + id.replace('.', '_'));
        String plain = DROPPED.matcher(Normalizer.normalize(message, Normalizer.Form.NFKD))
                .replaceAll("");
        Matcher words = WORD.matcher(plain);
        while (words.find() && name.length() + words.group().length() <= LONGEST) {
            name.append(capitalized(words.group()));
        }
        return name.toString();
    }

    /** An acronym is written as a word. */
    private static String capitalized(String word) {
        String rest = word.substring(1);
        boolean acronym = rest.equals(rest.toUpperCase(Locale.ROOT));
        return Character.toUpperCase(word.charAt(0)) + (acronym ? rest.toLowerCase(Locale.ROOT) : rest);
    }
}
