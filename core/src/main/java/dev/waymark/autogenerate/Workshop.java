package dev.waymark.autogenerate;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.Scratch;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.PreflightMode;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.Runner;
import dev.waymark.run.Settings;
import dev.waymark.schema.SchemaSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where schemas are made real and read. One scratch database is open at a time, since there may be only one.
 *
 * @param source the code's revisions
 * @param live the database that they are for
 * @param settings where the history is
 * @param scratch where to try things out
 * @param scope what is compared
 */
record Workshop(RevisionSource source, PostgresDatabase live, Settings settings, Scratch scratch, Scope scope) {

    /** What snapshots leave out. */
    SnapshotOptions options() {
        return new SnapshotOptions(scope.without(), settings.historySchema(), settings.historyPrefix());
    }

    /** The revisions for the database, in the code's order. */
    List<Registration> registrations() {
        return ScratchRevisions.of(source.registrations(), live).registrations();
    }

    RevisionGraph graph() {
        return RevisionGraph.of(registrations().stream().map(Registration::info).toList());
    }

    /** Those revisions that are for the database; the others do nothing here. */
    Set<RevisionId> own() {
        return source.registrations().stream()
                .filter(one -> ScratchRevisions.isFor(one, live))
                .map(one -> one.info().id())
                .collect(Collectors.toSet());
    }

    ScratchDatabase open() {
        return scratch.open();
    }

    /** A scratch database at the heads of the revisions. */
    ScratchDatabase openAtHead() {
        return openAt(Runner.EVERY_HEAD);
    }

    /** A scratch database at some targets, closed again if they can't be reached. */
    private ScratchDatabase openAt(List<String> targets) {
        ScratchDatabase database = open();
        try {
            upgrade(database, targets);
            return database;
        } catch (RuntimeException | Error e) {
            try (database) {
                throw e;
            }
        }
    }

    private void upgrade(ScratchDatabase database, List<String> targets) {
        List<Registration> registrations = registrations();
        if (!registrations.isEmpty() && !targets.isEmpty()) {
            runner(database, registrations).upgrade(targets);
        }
    }

    /** Runs revisions, these and no others, on a scratch database. */
    Runner runner(ScratchDatabase database, List<Registration> registrations) {
        Settings quiet = Settings.defaults()
                .withHistory(settings.historySchema(), settings.historyPrefix())
                .withPreflight(PreflightMode.OFF)
                .withReportAfter(Duration.ZERO);
        return new Runner(
                ScratchRevisions.of(registrations, live), List.of(database.database()), quiet, event -> {}, plan -> {});
    }

    /** What the revisions make of an empty database. */
    SchemaSnapshot head() {
        return at(Runner.EVERY_HEAD);
    }

    /** What the revisions make of an empty database on the way to some targets; none stands for an empty database. */
    SchemaSnapshot at(List<String> targets) {
        try (ScratchDatabase database = openAt(targets)) {
            return read(database);
        }
    }

    SchemaSnapshot read(ScratchDatabase database) {
        return database.snapshot(options());
    }
}
