package dev.waymark.autogenerate;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters of a statement stand in quotes or in a comment, where a line feed in the place of a blank would
 * change what it means.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class SqlQuotes {

    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private static final Pattern ESCAPED_TEXT = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'?", Pattern.DOTALL);

    private final String sql;
    private final BitSet quoted = new BitSet();

    private SqlQuotes(String sql) {
        this.sql = sql;
    }

    static SqlQuotes of(String sql) {
        SqlQuotes quotes = new SqlQuotes(sql);
        int at = 0;
        while (at < sql.length()) {
            int end = Math.max(quotes.end(at), at + 1);
            quotes.quoted.set(at + 1, Math.max(end, at + 1));
            at = end;
        }
        return quotes;
    }

    boolean has(int index) {
        return quoted.get(index);
    }

    /** Where ends what begins there; there itself if nothing does that has an end of its own. */
    private int end(int at) {
        return switch (sql.charAt(at)) {
            case '"' -> after("\"", at + 1);
            case '\'' -> isEscaping(at) ? endOfEscaped(at) : after("'", at + 1);
            case '$' -> endOfDollar(at);
            case '-' -> sql.startsWith("--", at) ? after("\n", at + 2) : at;
            case '/' -> sql.startsWith("/*", at) ? sql.length() : at;
            default -> at;
        };
    }

    /** Behind the next such text; a doubled quote ends a text and begins another one, which is the same here. */
    private int after(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private boolean isEscaping(int quote) {
        boolean marked = quote > 0 && Character.toUpperCase(sql.charAt(quote - 1)) == 'E';
        return marked && !isOfName(quote - 2);
    }

    private int endOfEscaped(int quote) {
        Matcher matcher = ESCAPED_TEXT.matcher(sql).region(quote, sql.length());
        return matcher.lookingAt() ? matcher.end() : sql.length();
    }

    private int endOfDollar(int at) {
        Matcher matcher = DOLLAR.matcher(sql).region(at, sql.length());
        return !isOfName(at - 1) && matcher.lookingAt() ? after(matcher.group(), matcher.end()) : at;
    }

    private boolean isOfName(int index) {
        return index >= 0 && (Character.isLetterOrDigit(sql.charAt(index)) || sql.charAt(index) == '_');
    }
}
