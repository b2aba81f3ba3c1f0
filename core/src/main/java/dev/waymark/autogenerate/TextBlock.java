package dev.waymark.autogenerate;

import dev.waymark.source.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a statement as they stand in a text block. Lines that are too long are broken: at a blank where a line
 * feed means the same, and elsewhere by Java's {@code \} at the end of the line, which leaves the text as it is.
 */
final class TextBlock {

    private static final int CONTINUED = 4;

    /** What a line had better begin with. */
    private static final Set<String> CLAUSES = Set.of(
            "and",
            "check",
            "default",
            "deferrable",
            "exclude",
            "for",
            "foreign",
            "from",
            "group",
            "include",
            "join",
            "left",
            "on",
            "or",
            "order",
            "primary",
            "references",
            "select",
            "unique",
            "using",
            "where",
            "with");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+\\b");

    private final String sql;
    private final SqlQuotes quotes;
    private final int room;
    private final List<String> lines = new ArrayList<>();

    private TextBlock(String sql, int room) {
        this.sql = sql;
        this.quotes = SqlQuotes.of(sql);
        this.room = room;
    }

    /**
     * The lines, without the indentation of the block.
     *
     * @param sql the statement
     * @param room how long a line may be
     */
    static List<String> lines(String sql, int room) {
        TextBlock block = new TextBlock(sql, room);
        int from = 0;
        for (int end = sql.indexOf('\n'); end >= 0; end = sql.indexOf('\n', from)) {
            block.add(from, end);
            from = end + 1;
        }
        block.add(from, sql.length());
        return block.lines;
    }

    /** Adds the line between two places of the statement, in several if it is too long. */
    private void add(int from, int end) {
        int text = from;
        while (text < end && sql.charAt(text) == ' ') {
            text++;
        }
        String continued = " ".repeat(Math.min(text - from, room / 2) + CONTINUED);
        String indent = "";
        int start = from;
        while (longest(start, end, room - indent.length()) < end) {
            int most = longest(start, end, room - indent.length() - 1);
            int blank = goodBlank(Math.max(start, text), most);
            if (blank > 0) {
                lines.add(indent + ended(start, blank));
                start = blank + 1;
                indent = continued;
            } else {
                int cut = Math.max(lastBlank(Math.max(start, text), most - 1, true) + 1, 0);
                lines.add(indent + unended(start, cut > 0 ? cut : most) + "\\");
                start = cut > 0 ? cut : most;
                indent = "";
            }
        }
        lines.add(indent + ended(start, end));
    }

    /** The last blank before a clause, if the line is not too short then, or else the last one; -1 if there is none. */
    private int goodBlank(int after, int before) {
        int last = lastBlank(after, before, false);
        int good = last;
        while (good > after + (before - after) / 3 && !isBeforeClause(good)) {
            good = lastBlank(after, good - 1, false);
        }
        return good > after + (before - after) / 3 ? good : last;
    }

    private boolean isBeforeClause(int blank) {
        Matcher word = WORD.matcher(sql).region(blank + 1, sql.length());
        return word.lookingAt() && CLAUSES.contains(word.group().toLowerCase(Locale.ROOT));
    }

    /** The last blank between two places, both excluded; -1 if there is none. */
    private int lastBlank(int after, int before, boolean inQuotes) {
        for (int at = before; at > after; at--) {
            if (sql.charAt(at) == ' ' && (inQuotes || !quotes.has(at))) {
                return at;
            }
        }
        return -1;
    }

    /** How far a part goes that fits. */
    private int longest(int start, int end, int space) {
        int at = start;
        int width = 0;
        while (at < end) {
            int point = sql.codePointAt(at);
            width += JavaText.escaped(point).length() + (point == '"' ? 1 : 0);
            if (width > space && at > start) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** A part at the end of a line, where a blank would be stripped. */
    private String ended(int start, int end) {
        String text = unended(start, end);
        boolean blank = text.endsWith(" ") || text.endsWith("\t");
        return blank ? text.substring(0, text.length() - 1) + (text.endsWith(" ") ? "\\s" : "\\t") : text;
    }

    /** A part, with each third of quotes in a row escaped. */
    private String unended(int start, int end) {
        StringBuilder text = new StringBuilder();
        int row = 0;
        for (int at = start; at < end; at += Character.charCount(sql.codePointAt(at))) {
            int point = sql.codePointAt(at);
            row = point == '"' ? row + 1 : 0;
            boolean third = row == 3;
            row = third ? 0 : row;
            text.append(
                    third
                            ? "\\\""
                            : point == '"' || point == '\t' ? Character.toString(point) : JavaText.escaped(point));
        }
        return text.toString();
    }
}
