package dev.waymark.source;

import java.util.stream.Collectors;

/**
 * Characters as they stand in string literals and text blocks of Java.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.6">Java Language Specification,
 *     3.10.6, Text Blocks</a>
 */
public final class JavaText {

    private JavaText() {}

    /** A string literal. */
    public static String literal(String text) {
        return text.codePoints()
                .mapToObj(point -> point == '"' ? "\\\"" : point == '\n' ? "\\n" : escaped(point))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** A character as it stands in either; of quotes and line feeds each has its own way. */
    public static String escaped(int point) {
        return switch (point) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> visible(point);
        };
    }

    /** Control characters by their octal number; what can't be seen otherwise by that of Unicode. */
    private static String visible(int point) {
        if (Character.isISOControl(point)) {
            return "\\%03o".formatted(point);
        }
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                Character.toString(point).chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
            default -> Character.toString(point);
        };
    }

    /** Whether a text block would change a text: it strips any blank at the end of a line, however it is written. */
    public static boolean fitsTextBlock(String text) {
        return text.lines().noneMatch(line -> line.chars().anyMatch(JavaText::isSeparator) || endsInOddBlank(line));
    }

    private static boolean isSeparator(int character) {
        return character == '\u2028' || character == '\u2029';
    }

    private static boolean endsInOddBlank(String line) {
        int last = line.isEmpty() ? 'x' : line.charAt(line.length() - 1);
        return last > '\u007f' && Character.isWhitespace(last);
    }
}
