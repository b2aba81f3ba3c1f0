package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reading the schema of a database, held against {@code pg_dump -s}, and comparing schemas that are large. */
final class SnapshotPart {

    private static final String EMPTY = "empty";
    private static final String LARGE = "large";
    private static final double HALF = 0.5;

    private final Bench bench;
    private final SnapshotSettings settings;
    private final PgDump dump;

    SnapshotPart(Bench bench) {
        this.bench = bench;
        this.settings = bench.settings().snapshots();
        this.dump = new PgDump(bench.forks(), settings.dump(), bench.directory().resolve("pg_dump-errors.txt"));
    }

    void run() throws Exception {
        try (Server server = Server.start(bench.directory(), Server.Flush.OFF)) {
            server.create(EMPTY);
            beside(server);
            large(server);
        }
    }

    private void beside(Server server) throws Exception {
        if (!dump.isThere()) {
            bench.report().line("Not held against pg_dump: there is no " + settings.dump());
            return;
        }
        var table = new TextTable(
                "Reading a schema: ms, median (least to greatest), server " + server.show("server_version"),
                "schema",
                "objects",
                "pg_dump -s",
                "snapshot, fresh JVM",
                "snapshot, warm",
                "fresh/pg_dump",
                "warm/pg_dump");
        for (Path schema : settings.schemas()) {
            if (Files.isReadable(schema)) {
                beside(server, schema, table);
            } else {
                bench.report().line("Not held against pg_dump: there is no file " + schema);
            }
        }
        bench.report().table(table);
    }

    private void beside(Server server, Path schema, TextTable table) throws Exception {
        String name = String.valueOf(schema.getFileName()).replaceAll("\\W.*", "");
        bench.report().progress("reading " + name);
        server.create(name);
        try {
            server.load(name, Files.readString(schema));
        } catch (SQLException e) {
            bench.report().line("%s does not load on this server: %s".formatted(name, e.getMessage()));
            return;
        }
        server.settle(name);
        List<Double> dumps = new ArrayList<>();
        List<Outcome> snapshots = new ArrayList<>();
        for (int round = 0; round <= bench.settings().samples(); round++) {
            double took = dump.dump(server.port(), name);
            if (took < 0) {
                bench.report().line("pg_dump refused to read " + name + ": " + Files.readString(dump.errors()));
                return;
            }
            Outcome outcome = trial(server, SnapshotTrial.Work.READ, name);
            if (round > 0) {
                dumps.add(took);
                snapshots.add(outcome);
            }
        }
        report(name, objects(server, name), Spread.of(dumps), snapshots, table);
    }

    private static String objects(Server server, String database) throws SQLException {
        return Integer.toString(
                SnapshotTrial.read(server.url(database)).objects().size());
    }

    private void report(String name, String objects, Spread dumps, List<Outcome> snapshots, TextTable table) {
        Spread fresh = Spread.of(snapshots.stream().map(Outcome::first).toList());
        Spread warm = Spread.of(
                snapshots.stream().flatMap(outcome -> outcome.warm().stream()).toList());
        table.row(
                name,
                objects,
                dumps.text(),
                fresh.text(),
                warm.text(),
                Spread.times(fresh.ratio(dumps)),
                Spread.times(warm.ratio(dumps)));
        bench.report().goal(Goal.atMost("snapshot of " + name + " beside pg_dump -s", warm.ratio(dumps), HALF));
    }

    private Outcome trial(Server server, SnapshotTrial.Work work, String database) throws IOException {
        return bench.forks()
                .snapshot(
                        work,
                        server.url(database),
                        server.url(EMPTY),
                        bench.settings().calls());
    }

    private void large(Server server) throws Exception {
        bench.report().progress("making %d tables".formatted(settings.tables()));
        server.create(LARGE);
        try (Connection connection = server.connect(LARGE)) {
            LargeSchema.create(connection, settings.tables());
        }
        server.settle(LARGE);
        var table = new TextTable(
                "%d tables, %s objects, %s: ms, median (least to greatest)"
                        .formatted(settings.tables(), objects(server, LARGE), messages(server)),
                "work",
                "fresh JVM",
                "warm",
                "peak MB");
        for (SnapshotTrial.Work work : SnapshotTrial.Work.values()) {
            bench.report().progress(work.title());
            Outcome outcome = trial(server, work, LARGE);
            table.row(
                    work.title(),
                    Spread.number(outcome.first()),
                    Spread.of(outcome.warm()).text(),
                    Spread.number(outcome.peak()));
        }
        bench.report().table(table);
    }

    private static String messages(Server server) throws IOException, SQLException {
        try (var proxy = CountingProxy.postgres(server.port())) {
            Traffic large = traffic(proxy, LARGE);
            Traffic empty = traffic(proxy, EMPTY);
            // not the round trips: where a server's answer is cut in two by the network, one more is counted
            if (large.statements() != empty.statements() || large.connections() != empty.connections()) {
                throw new IllegalStateException("%s for a large schema, %s for an empty one".formatted(large, empty));
            }
            return "read by %d statements in %d round trips, connecting included"
                    .formatted(large.statements(), large.roundTrips());
        }
    }

    private static Traffic traffic(CountingProxy proxy, String database) throws SQLException {
        SnapshotTrial.read(Server.url(proxy.port(), database));
        return proxy.take();
    }
}
