package dev.waymark.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Where results go: tables to the output as they come, goals at the end, progress apart from both. */
final class Report {

    private final PrintWriter out;
    private final PrintWriter progress;
    private final List<Goal> goals = new ArrayList<>();

    Report(PrintWriter out, PrintWriter progress) {
        this.out = out;
        this.progress = progress;
    }

    void line(String text) {
        out.println(text);
    }

    void table(TextTable table) {
        out.println();
        out.print(table);
        out.flush();
    }

    void goal(Goal goal) {
        goals.add(goal);
    }

    /** Tells whoever waits what is going on. */
    void progress(String text) {
        progress.println("... " + text);
    }

    /** Prints the goals, if there are any. */
    void close() {
        if (!goals.isEmpty()) {
            var table = new TextTable("Goals", "goal", "measured", "met");
            goals.forEach(goal -> table.row(goal.text(), goal.figure(), goal.met() ? "yes" : "NO"));
            table(table);
        }
    }
}
