package dev.waymark.benchmark;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Making a graph of revisions and a plan from base to head: it should take time in proportion to their number. */
final class GraphPart {

    private static final int JUDGED = 1000;

    private final Bench bench;

    GraphPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException {
        for (GraphTrial.Shape shape : GraphTrial.Shape.values()) {
            measure(shape);
        }
    }

    private void measure(GraphTrial.Shape shape) throws IOException {
        var spreads = new TreeMap<Integer, Spread>();
        for (int size : bench.settings().graphs()) {
            bench.report().progress("graph, %s of %d".formatted(shape, size));
            spreads.put(
                    size,
                    Spread.of(bench.forks()
                            .plan(shape, size, bench.settings().calls())
                            .warm()));
        }
        report(shape, spreads);
    }

    private void report(GraphTrial.Shape shape, NavigableMap<Integer, Spread> spreads) {
        var table = new TextTable(
                "Graph and plan, %s: warm ms, median (least to greatest)".formatted(shape),
                "revisions",
                "ms",
                "growth");
        spreads.forEach((size, spread) -> {
            var smaller = spreads.lowerEntry(size);
            double growth = smaller == null ? 1 : spread.ratio(smaller.getValue());
            table.row(Integer.toString(size), spread.text(), Spread.times(growth));
            if (smaller != null && smaller.getKey() == JUDGED && size == 10 * JUDGED) {
                bench.report()
                        .goal(Goal.atMost(
                                "graph and plan, %s, %d to %d".formatted(shape, size, smaller.getKey()), growth, 15));
            }
        });
        bench.report().table(table);
    }
}
