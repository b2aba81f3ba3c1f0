package dev.waymark.autogenerate;

import dev.waymark.hazard.Hazard;
import dev.waymark.source.Comments;
import dev.waymark.source.RevisionClass;
import java.util.ArrayList;
import java.util.List;

/** Statements with their comments, as lines of a method. */
final class StatementLines {

    private final String indent;
    private final List<String> lines = new ArrayList<>();

    private StatementLines(String indent) {
        this.indent = indent;
    }

    /**
     * The lines of statements.
     *
     * @param indent what stands before each line
     */
    static List<String> of(List<DraftStatement> statements, String indent) {
        StatementLines lines = new StatementLines(indent);
        boolean paragraph = false;
        for (DraftStatement statement : statements) {
            boolean commented =
                    !statement.hazards().isEmpty() || statement.otherReading().isPresent();
            if (!lines.lines.isEmpty() && (commented || paragraph)) {
                lines.lines.add("");
            }
            paragraph = commented;
            lines.add(statement);
        }
        return lines.lines;
    }

    private void add(DraftStatement statement) {
        statement.hazards().forEach(this::add);
        statement.otherReading().ifPresent(this::add);
        addCall(statement.sql(), indent);
    }

    private void add(Hazard hazard) {
        String said =
                switch (hazard.kind()) {
                    case LOSES_DATA -> "!!! DATA LOSS !!! ";
                    case NARROWS_DATA -> "!!! NARROWS DATA !!! ";
                    case BLOCKS_READS, BLOCKS_WRITES, REWRITES, SCANS_UNDER_LOCK, BREAKS_RUNNING_CODE -> "Hazard: ";
                };
        comment(said + hazard.reason());
        if (!hazard.safer().isEmpty()) {
            comment("Safer: " + hazard.safer());
        }
    }

    private void add(OtherReading other) {
        comment(other.question());
        comment(
                other.statements().isEmpty()
                        ? "If not, delete the statement below."
                        : "If not, delete the statement below and take these instead:");
        other.statements().forEach(sql -> addCall(sql, indent + "// "));
    }

    private void comment(String text) {
        lines.addAll(Comments.ofLine(text, indent));
    }

    private void addCall(String sql, String before) {
        SqlCall.lines(sql, RevisionClass.WIDTH - before.length())
                .forEach(line -> lines.add((before + line).stripTrailing()));
    }
}
