package dev.waymark.diff;

import dev.waymark.diff.Pairs.Pair;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Goes from the old schema of a pair to the new one of the same or another pair and back, and says what was wrong. */
final class PairTrial implements AutoCloseable {

    private static final Pattern SEMICOLON = Pattern.compile(";");

    private final Pair from;
    private final Pair to;
    private final DiffDatabase walked;
    private final DiffDatabase goal;
    private final List<String> problems = new ArrayList<>();

    private PairTrial(Pair from, Pair to) {
        this.from = from;
        this.to = to;
        this.walked = DiffDatabase.create();
        this.goal = DiffDatabase.create();
    }

    /** What was wrong; empty if all was right. */
    static List<String> problems(Pair from, Pair to) {
        try (PairTrial trial = new PairTrial(from, to)) {
            trial.run();
            return trial.problems;
        }
    }

    private void run() {
        from.roles().forEach(this::makeRole);
        to.roles().forEach(this::makeRole);
        load(walked, from.before());
        load(goal, to.after());
        SchemaSnapshot before = walked.snapshot();
        SchemaSnapshot after = goal.snapshot();
        List<String> linesBefore = walked.lines();
        List<String> linesAfter = goal.lines();
        SchemaDiff diff = SchemaDiff.between(before, after);
        if (diff.isEmpty() && !linesBefore.equals(linesAfter)) {
            problems.add("a difference was not seen");
            compare("unseen", linesBefore, linesAfter);
        }
        if (!diff.isEmpty() && linesBefore.equals(linesAfter)) {
            problems.add("a difference was seen where there is none: " + diff.changes());
        }
        if (!before.unmodelled().isEmpty() || !after.unmodelled().isEmpty()) {
            problems.add("not held: " + before.unmodelled() + after.unmodelled());
        }
        Rows rows = Rows.seeded(walked, from.rows("old"), problems);
        if (walk("up", walked, diff.up())) {
            check("up", after, linesAfter);
            rows.compare("up", walked, diff, problems);
            if (walk("down", walked, diff.down())) {
                check("down", before, linesBefore);
                rows.compare("down", walked, diff, problems);
            }
        }
        to.rows("new").ifPresent(seed -> backWithRows(diff, linesBefore));
    }

    /** The new schema, with its rows, goes to the old one. */
    private void backWithRows(SchemaDiff diff, List<String> linesBefore) {
        Rows rows = Rows.seeded(goal, to.rows("new"), problems);
        if (walk("down with rows", goal, diff.down())) {
            compare("down with rows", linesBefore, goal.lines());
            rows.compare("down with rows", goal, diff, problems);
        }
    }

    private void makeRole(String role) {
        walked.run("do $$ begin create role \"" + role + "\"; exception when duplicate_object then null; end $$");
    }

    private static void load(DiffDatabase database, String sql) {
        if (sql.toLowerCase(Locale.ROOT).contains("index concurrently")) {
            SEMICOLON.splitAsStream(sql).forEach(database::run);
        } else {
            database.run(sql);
        }
        database.run("reset all");
    }

    private boolean walk(String way, DiffDatabase database, List<DdlStatement> statements) {
        try {
            database.apply(statements);
            return true;
        } catch (IllegalStateException e) {
            problems.add(way + " failed: " + e.getMessage());
            database.run("rollback");
            return false;
        }
    }

    private void check(String way, SchemaSnapshot expected, List<String> lines) {
        compare(way, lines, walked.lines());
        SchemaDiff left = SchemaDiff.between(walked.snapshot(), expected);
        if (!left.isEmpty()) {
            problems.add(
                    way + " left: " + left.up().stream().map(DdlStatement::sql).toList() + " " + left.changes());
        }
    }

    private void compare(String way, List<String> expected, List<String> lines) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(lines);
        List<String> extra = new ArrayList<>(lines);
        extra.removeAll(expected);
        missing.forEach(line -> problems.add(way + " -- " + line));
        extra.forEach(line -> problems.add(way + " ++ " + line));
    }

    @Override
    public void close() {
        walked.close();
        goal.close();
    }
}
