package dev.waymark.autogenerate;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through SQL as PostgreSQL prints it, where quotes may hide parentheses and commas. */
final class Parentheses {

    private Parentheses() {}

    /** Where the parenthesis that opens at a place closes. */
    static int closing(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += depthOf(c);
            if (depth == 0) {
                return at;
            }
            at = next(text, at);
        }
        throw new IllegalArgumentException("A parenthesis is not closed in: " + text);
    }

    /** The parts between the commas that are in no parentheses. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at = next(text, at)) {
            char c = text.charAt(at);
            depth += depthOf(c);
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static int depthOf(char c) {
        return switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }

    /** The place after a character, or after what is quoted if a quote begins there. */
    private static int next(String text, int at) {
        char c = text.charAt(at);
        if (c != '\'' && c != '"') {
            return at + 1;
        }
        int end = text.indexOf(c, at + 1);
        return end < 0 ? text.length() : end + 1;
    }
}
