package dev.waymark.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** An upgrade that has nothing to do, as every start of an application pays it: in a fresh JVM and in a warm one. */
final class NoopPart {

    private static final int WARM_PROCESSES = 3;

    private final Bench bench;
    private final NavigableMap<Integer, Spread> waymark = new TreeMap<>();

    NoopPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        try (Server server = Server.start(bench.directory(), Server.Flush.OFF)) {
            for (int size : bench.settings().sizes()) {
                measure(size, prepare(server, size));
            }
        }
        if (waymark.size() > 1) {
            judgeGrowth();
        }
    }

    /** Brings a database of its own to the last step for each tool, by that tool. */
    private Map<Tool, Work> prepare(Server server, int size) throws IOException, SQLException {
        var works = new EnumMap<Tool, Work>(Tool.class);
        for (Tool tool : bench.settings().tools()) {
            bench.report().progress("no-op, %d steps: preparing %s".formatted(size, tool.title()));
            String database = tool.database("noop_" + size);
            server.create(database);
            Work work = bench.work(tool, size, server.url(database));
            bench.forks().upgrade(tool, work, 1);
            server.refuseUnlessApplied(database, size);
            server.settle(database);
            works.put(tool, work);
        }
        return works;
    }

    private void measure(int size, Map<Tool, Work> works) throws Exception {
        Settings settings = bench.settings();
        bench.report().progress("no-op, %d steps: fresh JVMs".formatted(size));
        Rounds<Tool> fresh =
                Rounds.take(settings.tools(), settings.samples(), (tool, round) -> upgrade(works, tool, 1));
        bench.report().progress("no-op, %d steps: warm JVMs".formatted(size));
        Rounds<Tool> warm = Rounds.take(
                settings.tools(),
                Math.min(WARM_PROCESSES, settings.samples()),
                (tool, round) -> upgrade(works, tool, settings.calls()));
        report(size, fresh, warm);
        if (settings.canJudge()) {
            judge(size, fresh, warm);
        }
    }

    private Outcome upgrade(Map<Tool, Work> works, Tool tool, int calls) throws IOException {
        Work work = works.get(tool);
        if (work == null) {
            throw new IllegalStateException("Not prepared: " + tool);
        }
        return bench.forks().upgrade(tool, work, calls);
    }

    private void report(int size, Rounds<Tool> fresh, Rounds<Tool> warm) {
        var table = new TextTable(
                "Nothing to do, %d applied: ms, median (least to greatest)".formatted(size),
                "tool",
                "fresh JVM",
                "to limit",
                "whole process",
                "warm JVM",
                "to limit");
        Tool first = bench.settings().tools().get(0);
        for (Tool tool : bench.settings().tools()) {
            Spread call = fresh.spread(tool, Outcome::first);
            table.row(
                    tool.title(),
                    call.text(),
                    Spread.times(call.ratio(fresh.spread(first, Outcome::first))),
                    fresh.spread(tool, Outcome::process).text(),
                    warm.warm(tool).text(),
                    Spread.times(warm.warm(tool).ratio(warm.warm(first))));
        }
        bench.report().table(table);
    }

    private void judge(int size, Rounds<Tool> fresh, Rounds<Tool> warm) {
        Function<Tool, Spread> call = tool -> fresh.spread(tool, Outcome::first);
        waymark.put(size, call.apply(Tool.WAYMARK));
        bench.report()
                .goal(Goal.atMost(
                        "no-op, %d applied, fresh JVM, to the limit".formatted(size),
                        call.apply(Tool.WAYMARK).ratio(call.apply(Tool.LIMIT)),
                        1.15));
        if (bench.settings().tools().contains(Tool.LIMIT_ALL_ROWS)) {
            bench.report()
                    .goal(Goal.atMost(
                            "no-op, %d applied, warm JVM, to the limit that reads all rows".formatted(size),
                            warm.warm(Tool.WAYMARK).ratio(warm.warm(Tool.LIMIT_ALL_ROWS)),
                            1));
        }
    }

    /** "The same" leaves room for noise: a tenth. */
    private void judgeGrowth() {
        bench.report()
                .goal(Goal.atMost(
                        "no-op, fresh JVM, %d applied to %d applied".formatted(waymark.lastKey(), waymark.firstKey()),
                        waymark.lastEntry()
                                .getValue()
                                .ratio(waymark.firstEntry().getValue()),
                        1.1));
    }
}
