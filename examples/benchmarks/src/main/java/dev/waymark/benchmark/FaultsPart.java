package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of each tool, and of its database, when something goes wrong. */
final class FaultsPart {

    private final Bench bench;

    FaultsPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        FaultSettings settings = bench.settings().faults();
        List<FaultTool> tools = settings.tools();
        var table = new TextTable(
                "Faults",
                columns("situation", tools.stream().map(FaultTool::title).toList()));
        var notes = new ArrayList<String>();
        try (Server server = Server.start(bench.directory(), Server.Flush.OFF);
                var stage = new Stage(bench, server)) {
            for (Fault fault : settings.faults()) {
                bench.report().progress("faults: " + fault.argument());
                List<Verdict> verdicts = fault.judge(stage, tools);
                List<String> cells = Stream.concat(
                                Stream.of(fault.title(settings)),
                                verdicts.stream().map(Verdict::cell))
                        .toList();
                WrappedRow.of(cells).forEach(row -> table.row(row.toArray(String[]::new)));
                note(notes, fault, verdicts);
            }
        }
        bench.report().table(table);
        notes.forEach(bench.report()::line);
    }

    private void note(List<String> notes, Fault fault, List<Verdict> verdicts) {
        for (int index = 0; index < verdicts.size(); index++) {
            Verdict verdict = verdicts.get(index);
            String tool = bench.settings().faults().tools().get(index).title();
            bench.report().progress("%s, %s: %s".formatted(fault.argument(), tool, verdict.cell()));
            if (!verdict.note().isEmpty()) {
                notes.add("%s, %s: %s".formatted(fault.argument(), tool, verdict.note()));
            }
        }
    }

    private static String[] columns(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toArray(String[]::new);
    }
}
