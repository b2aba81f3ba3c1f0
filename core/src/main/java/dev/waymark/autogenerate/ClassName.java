package dev.waymark.autogenerate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a revision's class, as in {@code R010AddTempoToRecordings}. */
final class ClassName {

    /** Files of longer names can't be written everywhere. */
    private static final int LONGEST = 80;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^A-Za-z0-9]+");

    /** Accents and apostrophes. */
    private static final Pattern DROPPED = Pattern.compile("[\\p{M}'\u2019]+");

    private ClassName() {}

    /** The id, then the words of the message as far as they can be told in ASCII and the name gets not too long. */
    static String of(String id, String message) {
        StringBuilder name = new StringBuilder("R" + id.replace('.', '_'));
        String plain = DROPPED.matcher(Normalizer.normalize(message, Normalizer.Form.NFKD)).replaceAll("");
        for (String word : NEITHER_LETTER_NOR_DIGIT.split(plain)) {
            if (name.length() + word.length() > LONGEST) {
                break;
            }
            name.append(capitalized(word));
        }
        return name.toString();
    }

    /** An acronym is written as a word. */
    private static String capitalized(String word) {
        if (word.isEmpty()) {
            return "";
        }
        String rest = word.substring(1);
        boolean acronym = rest.equals(rest.toUpperCase(Locale.ROOT));
        return Character.toUpperCase(word.charAt(0)) + (acronym ? rest.toLowerCase(Locale.ROOT) : rest);
    }
}
