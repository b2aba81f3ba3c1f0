package dev.waymark.autogenerate;

import dev.waymark.source.JavaText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The call that runs a statement. */
final class SqlCall {

    private static final String QUOTES = "\"\"\"";

    /** A continued line is indented by so much. */
    private static final String INDENT = "        ";

    /** A constant of a class holds 65,535 bytes. */
    private static final int BYTES_OF_A_CONSTANT = 60_000;

    private SqlCall() {}

    /**
     * The lines of a call.
     *
     * @param sql the statement
     * @param room how long a line may be
     */
    static List<String> lines(String sql, int room) {
        String line = "sql.execute(" + JavaText.literal(sql) + ");";
        boolean fits = line.length() <= room && sql.indexOf('\n') < 0;
        if (fits) {
            return List.of(line);
        }
        if (!JavaText.fitsTextBlock(sql)) {
            return line.length() <= room
                    ? List.of(line)
                    : List.of("sql.execute(", INDENT + JavaText.literal(sql) + ");");
        }
        List<List<String>> blocks = blocks(TextBlock.lines(sql, room - INDENT.length()));
        return blocks.size() == 1 ? one(blocks.get(0)) : joined(blocks);
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        int bytes = BYTES_OF_A_CONSTANT;
        for (String line : lines) {
            int more = line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more > BYTES_OF_A_CONSTANT) {
                blocks.add(new ArrayList<>());
                bytes = 0;
            }
            bytes += more;
            blocks.get(blocks.size() - 1).add(line);
        }
        return blocks;
    }

    private static List<String> one(List<String> block) {
        List<String> lines = new ArrayList<>();
        lines.add("sql.execute(" + QUOTES);
        block.forEach(line -> lines.add(INDENT + line));
        lines.add(INDENT + QUOTES + ");");
        return lines;
    }

    /** A text that is too long for one constant. */
    private static List<String> joined(List<List<String>> blocks) {
        List<String> lines = new ArrayList<>();
        lines.add("sql.execute(String.join(\"\"");
        for (List<String> block : blocks) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ", " + QUOTES);
            block.forEach(line -> lines.add(INDENT + line));
            lines.add(INDENT + QUOTES);
        }
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "));");
        return lines;
    }
}
