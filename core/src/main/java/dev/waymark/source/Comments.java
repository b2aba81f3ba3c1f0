package dev.waymark.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts as comments of Java, none of whose characters can end one. */
public final class Comments {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private static final Pattern OF_A_SENTENCE = Pattern.compile("[.!?:]$");

    private Comments() {}

    /** The text in lines of {@code //}. */
    public static List<String> ofLine(String text, String indent) {
        return wrapped(plain(text).replace("\\", "\\\\"), indent + "// ");
    }

    /** The text as a sentence above a class. */
    static List<String> javadoc(String text) {
        String sentence = plain(text);
        String escaped = escaped(OF_A_SENTENCE.matcher(sentence).find() ? sentence : sentence + ".");
        String line = "/** " + escaped + " */";
        if (line.length() <= RevisionClass.WIDTH) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        lines.add("/**");
        lines.addAll(wrapped(escaped, " * "));
        lines.add(" */");
        return lines;
    }

    private static String plain(String text) {
        return INVISIBLE.matcher(BLANKS.matcher(text).replaceAll(" ").strip()).replaceAll("?");
    }

    /** What would be markup, a tag, the end of the comment or a character's number. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*", "&#42;")
                .replace("\\", "&#92;");
    }

    private static List<String> wrapped(String text, String start) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        for (String word : BLANKS.split(text, -1)) {
            boolean first = line.length() == start.length();
            if (!first && line.length() + 1 + word.length() > RevisionClass.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(start);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
