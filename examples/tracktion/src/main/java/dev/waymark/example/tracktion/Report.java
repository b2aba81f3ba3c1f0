package dev.waymark.example.tracktion;

import dev.waymark.plan.Step;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.RevisionStatus;
import dev.waymark.run.RunReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes what happens, as it happens, in plain text of 80 columns at most. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void title(String database, String graph) {
        out.printf("Tracktion on %s%n         and %s%n", database, graph);
    }

    void heading(String heading) {
        out.printf("%n%s%n", heading);
    }

    void step(Step step, Duration took) {
        line(step.id().value(), step.revision().message(), took);
    }

    void summary(RunReport run, CatalogCounts counts, GraphSize graph) {
        int steps = run.steps().size();
        line("", steps == 1 ? "1 revision" : steps + " revisions", run.took());
        out.printf(
                "             PostgreSQL: %d tables, %d indexes, %d constraints%n",
                counts.tables(), counts.indexes(), counts.constraints());
        out.printf(
                "             Neo4j: %s, %s%n",
                graph.constraints() == 1 ? "1 constraint" : graph.constraints() + " constraints",
                graph.indexes() == 1 ? "1 index" : graph.indexes() + " indexes");
        out.printf(
                "             Neo4j: %d recordings, %d metadata, %d tracklists%n",
                graph.recordings(), graph.metadata(), graph.tracklists());
    }

    void current(List<AppliedRevision> heads) {
        heading("Current");
        heads.forEach(head -> out.printf("  %-9s  %s%n", head.id(), head.info().message()));
    }

    void history(List<RevisionStatus> history) {
        heading("History");
        history.forEach(this::status);
    }

    private void status(RevisionStatus status) {
        String id = status.revision().id().value();
        status.applied()
                .map(AppliedRevision::execution)
                .ifPresentOrElse(
                        execution -> line(id, TIME.format(execution.at()) + "  " + execution.by(), execution.took()),
                        () -> out.printf("  %-9s  not applied%n", id));
    }

    void end(Duration took) {
        out.printf("%nDone in %.1f s%n", took.toMillis() / 1000.0);
    }

    private void line(String id, String text, Duration took) {
        out.printf("  %-9s  %-50s %6d ms%n", id, text, took.toMillis());
    }
}
