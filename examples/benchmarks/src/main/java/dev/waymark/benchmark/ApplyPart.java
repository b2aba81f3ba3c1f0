package dev.waymark.benchmark;

import java.util.List;

/** An upgrade from an empty database, one small table for each step, with the server's flush on and off. */
final class ApplyPart {

    private final Bench bench;

    ApplyPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        for (Server.Flush flush : Server.Flush.values()) {
            try (Server server = Server.start(bench.directory(), flush)) {
                measure(server, flush);
            }
        }
    }

    private void measure(Server server, Server.Flush flush) throws Exception {
        List<Tool> tools = bench.settings().tools().stream()
                .filter(tool -> tool != Tool.LIMIT_ALL_ROWS)
                .toList();
        Rounds<Tool> rounds = Rounds.take(tools, bench.settings().samples(), (tool, round) -> {
            bench.report().progress("apply, fsync %s, round %d: %s".formatted(flush, round, tool.title()));
            return apply(server, tool);
        });
        report(tools, rounds, server);
        if (bench.settings().canJudge()) {
            judge(rounds, flush);
        }
    }

    private Outcome apply(Server server, Tool tool) throws Exception {
        int steps = bench.settings().steps();
        String database = tool.database("apply");
        server.create(database);
        Outcome outcome = bench.forks().upgrade(tool, bench.work(tool, steps, server.url(database)), 1);
        server.refuseUnlessApplied(database, steps);
        server.drop(database);
        return outcome;
    }

    private void report(List<Tool> tools, Rounds<Tool> rounds, Server server) throws Exception {
        var table = new TextTable(
                "Applying %d steps, server shows fsync %s, synchronous_commit %s: median (least to greatest)"
                        .formatted(bench.settings().steps(), server.show("fsync"), server.show("synchronous_commit")),
                "tool",
                "seconds",
                "to limit",
                "CPU s of process",
                "peak memory MB");
        for (Tool tool : tools) {
            Spread seconds = rounds.spread(tool, ApplyPart::seconds);
            table.row(
                    tool.title(),
                    seconds.text(),
                    Spread.times(seconds.ratio(rounds.spread(tools.get(0), ApplyPart::seconds))),
                    rounds.spread(tool, Outcome::cpu).text(),
                    rounds.spread(tool, Outcome::peak).text());
        }
        bench.report().table(table);
    }

    private static double seconds(Outcome outcome) {
        return outcome.first() / 1e3;
    }

    private void judge(Rounds<Tool> rounds, Server.Flush flush) {
        bench.report()
                .goal(Goal.atMost(
                        "apply %d, fsync %s, to the limit"
                                .formatted(bench.settings().steps(), flush),
                        rounds.spread(Tool.WAYMARK, Outcome::first).ratio(rounds.spread(Tool.LIMIT, Outcome::first)),
                        flush == Server.Flush.ON ? 1.1 : 1.5));
    }
}
