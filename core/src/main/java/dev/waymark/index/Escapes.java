package dev.waymark.index;

import java.util.Map;

/** Makes any text fit for a field in a line, and back. */
final class Escapes {

    private static final Map<Integer, String> SHORT =
            Map.of((int) '\\', "\\\\", (int) '\t', "\\t", (int) '\n', "\\n", (int) '\r', "\\r");

    private Escapes() {}

    static String apply(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /** @throws IllegalArgumentException if a backslash begins no escape */
    static String undo(String escaped) {
        StringBuilder value = new StringBuilder();
        int at = 0;
        while (at < escaped.length()) {
            char current = escaped.charAt(at);
            int length = current == '\\' ? escapeLength(escaped, at) : 1;
            value.append(current == '\\' ? meaning(escaped.substring(at + 1, at + length)) : current);
            at += length;
        }
        return value.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (SHORT.containsKey(point)) {
            escaped.append(SHORT.get(point));
        } else if (breaksLines(point)) {
            escaped.append(String.format("\\u%04x", point));
        } else {
            escaped.appendCodePoint(point);
        }
    }

    /** Half a surrogate pair is no character: UTF-8 would lose it. */
    private static boolean breaksLines(int point) {
        return Character.isISOControl(point)
                || point == 0x2028
                || point == 0x2029
                || Character.getType(point) == Character.SURROGATE;
    }

    private static int escapeLength(String escaped, int at) {
        int length = escaped.startsWith("\\u", at) ? 6 : 2;
        if (at + length > escaped.length()) {
            throw new IllegalArgumentException("an escape is cut off");
        }
        return length;
    }

    private static char meaning(String escape) {
        return switch (escape.charAt(0)) {
            case '\\' -> '\\';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'u' -> (char) Integer.parseInt(escape.substring(1), 16);
            default -> throw new IllegalArgumentException("'\\" + escape + "' is no escape");
        };
    }
}
