package dev.waymark.autogenerate;

import dev.waymark.hazard.HazardKind;
import dev.waymark.source.Comments;
import dev.waymark.source.RevisionClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the Java source of a revision: formatted as palantir-java-format does, and compiled without a warning by
 * {@code javac -Xlint:all}.
 */
final class RevisionWriter {

    private static final String INDENT = RevisionClass.INDENT;

    private static final List<String> IMPORTS =
            List.of("dev.waymark.postgres.SqlContext", "dev.waymark.postgres.SqlMigration");

    /** A method holds 64 KiB of code and a class 65,535 constants; of statements that is many more than these. */
    private static final int STATEMENTS_OF_A_CLASS = 1000;

    private final Draft draft;
    private final List<String> lines = new ArrayList<>();

    private RevisionWriter(Draft draft) {
        this.draft = draft;
    }

    /**
     * {@return the source of a revision}
     *
     * @param draft what it does
     * @param packageName the package of its class; empty for the unnamed one
     */
    static RevisionSourceFile write(Draft draft, String packageName) {
        RevisionClass frame = new RevisionClass(draft.id(), draft.revises(), draft.message(), draft.transactional());
        RevisionWriter writer = new RevisionWriter(draft);
        writer.lines.addAll(frame.head(packageName, IMPORTS));
        writer.body(frame);
        String text = writer.lines.stream().map(line -> line + '\n').collect(Collectors.joining());
        return new RevisionSourceFile(packageName, frame.name(), text);
    }

    private void body(RevisionClass frame) {
        lines.add(frame.opening("SqlMigration"));
        method("up", List.of(), draft.up());
        method("down", ofDown(), draft.down());
        parts("Up", draft.up());
        parts("Down", draft.down());
        lines.add("}");
    }

    private void method(String name, List<String> comments, List<DraftStatement> statements) {
        lines.add("");
        lines.add(INDENT + "@Override");
        lines.add(INDENT + "public void " + name + "(SqlContext sql) {");
        comments.forEach(comment -> lines.addAll(Comments.ofLine(comment, INDENT + INDENT)));
        if (!comments.isEmpty() && !statements.isEmpty()) {
            lines.add("");
        }
        if (statements.size() <= STATEMENTS_OF_A_CLASS) {
            lines.addAll(StatementLines.of(statements, INDENT + INDENT));
        } else {
            String part = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            for (int number = 1; (number - 1) * STATEMENTS_OF_A_CLASS < statements.size(); number++) {
                lines.add(INDENT + INDENT + part + number + ".run(sql);");
            }
        }
        lines.add(INDENT + "}");
    }

    /** What the way back can't do. */
    private List<String> ofDown() {
        List<String> comments = new ArrayList<>();
        if (upHas(HazardKind.LOSES_DATA)) {
            comments.add("What up drops comes back without the data that was in it.");
        }
        if (upHas(HazardKind.NARROWS_DATA)) {
            comments.add("Values that up has changed to fit a type stay as they are.");
        }
        if (draft.down().isEmpty()) {
            comments.add("There is nothing to undo.");
        }
        return comments;
    }

    private boolean upHas(HazardKind kind) {
        return draft.up().stream()
                .flatMap(statement -> statement.hazards().stream())
                .anyMatch(hazard -> hazard.kind() == kind);
    }

    private void parts(String part, List<DraftStatement> statements) {
        if (statements.size() <= STATEMENTS_OF_A_CLASS) {
            return;
        }
        for (int from = 0; from < statements.size(); from += STATEMENTS_OF_A_CLASS) {
            int to = Math.min(from + STATEMENTS_OF_A_CLASS, statements.size());
            lines.add("");
            lines.add(INDENT + "/** A part, since a method holds only so much code. */");
            lines.add(INDENT + "private static final class " + part + (from / STATEMENTS_OF_A_CLASS + 1) + " {");
            lines.add("");
            lines.add(INDENT + INDENT + "static void run(SqlContext sql) {");
            lines.addAll(StatementLines.of(statements.subList(from, to), INDENT + INDENT + INDENT));
            lines.add(INDENT + INDENT + "}");
            lines.add(INDENT + "}");
        }
    }
}
