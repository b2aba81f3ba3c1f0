package dev.waymark.benchmark;

import dev.waymark.testkit.EmbeddedNeo4j;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * Upgrades of Neo4j over a wire of some length. What goes over it is counted along with it; of a short one more round
 * trips are counted than anybody waits for, since answers come back between statements that are sent together.
 */
final class Neo4jWire {

    private static final int MOST_ROUND_TRIPS = 4;
    private static final int NOOP_ROUND_TRIPS = 2;
    private static final double AS_FAST = 1.0;
    private static final double TWICE_AS_FAST = 0.5;

    private final Bench bench;
    private final EmbeddedNeo4j server;
    private final CountingProxy proxy;
    private final int delay;
    private final PerTool<TripsByStep> applying = new PerTool<>();
    private final PerTool<Double> noop = new PerTool<>();

    /**
     * Makes one.
     *
     * @param bench what every part works with
     * @param server the server at its end
     * @param proxy its length
     * @param delay its length in milliseconds
     */
    Neo4jWire(Bench bench, EmbeddedNeo4j server, CountingProxy proxy, int delay) {
        this.bench = bench;
        this.server = server;
        this.proxy = proxy;
        this.delay = delay;
        settings().tools().forEach(tool -> applying.put(tool, new TripsByStep()));
    }

    void measure() throws Exception {
        for (int steps : settings().steps()) {
            apply(steps);
        }
        nothingToDo(settings().steps().stream().mapToInt(steps -> steps).max().orElseThrow());
        if (delay > 0 && settings().tools().contains(Neo4jTool.WAYMARK)) {
            judgeRoundTrips();
        }
    }

    private void apply(int steps) throws Exception {
        Rounds<Neo4jTool> rounds = Rounds.take(settings().tools(), settings().samples(), (tool, round) -> {
            progress(tool, "apply %d, round %d".formatted(steps, round));
            server.wipe();
            proxy.take();
            Outcome outcome = upgrade(tool, steps, Neo4jTrial.Drivers.OPEN, 1);
            applying.of(tool).put(steps, proxy.take().roundTrips());
            return outcome;
        });
        var table = new TextTable(
                "Neo4j, applying %d revisions, %s".formatted(steps, length()),
                "tool",
                "seconds",
                "to " + settings().tools().get(0).title(),
                "round trips",
                "each");
        PerTool<Spread> spreads = new PerTool<>();
        for (Neo4jTool tool : settings().tools()) {
            Spread spread = rounds.spread(tool, outcome -> outcome.first() / 1e3);
            spreads.put(tool, spread);
            table.row(
                    tool.title(),
                    spread.text(),
                    times(spreads, tool),
                    Integer.toString(applying.of(tool).total()),
                    Spread.number(applying.of(tool).each()));
        }
        bench.report().table(table);
        judge("apply %d".formatted(steps), spreads);
    }

    private void nothingToDo(int steps) throws IOException {
        var table = new TextTable(
                "Neo4j, nothing to do, %d applied, %s: ms".formatted(steps, length()),
                "tool",
                "fresh JVM, new driver",
                "warm, new driver",
                "warm, open driver",
                "to " + settings().tools().get(0).title(),
                "round trips");
        PerTool<Spread> spreads = new PerTool<>();
        for (Neo4jTool tool : settings().tools()) {
            progress(tool, "nothing to do");
            server.wipe();
            upgrade(tool, steps, Neo4jTrial.Drivers.OPEN, 1);
            Outcome fresh = noop(tool, steps, Neo4jTrial.Drivers.NEW);
            spreads.put(tool, openDriver(tool, steps));
            table.row(
                    tool.title(),
                    Spread.number(fresh.first()),
                    Spread.of(fresh.warm()).text(),
                    spreads.of(tool).text(),
                    times(spreads, tool),
                    Spread.number(noop.of(tool)));
        }
        bench.report().table(table);
        judge("no-op", spreads);
    }

    /** The round trips of a call are those of many less those of one, so that connecting doesn't count. */
    private Spread openDriver(Neo4jTool tool, int steps) throws IOException {
        proxy.take();
        upgrade(tool, steps, Neo4jTrial.Drivers.OPEN, 1);
        Traffic one = proxy.take();
        Outcome many = noop(tool, steps, Neo4jTrial.Drivers.OPEN);
        noop.put(tool, proxy.take().roundTripsPerStep(one, many.calls().size() - 1));
        return Spread.of(many.warm());
    }

    private Outcome noop(Neo4jTool tool, int steps, Neo4jTrial.Drivers drivers) throws IOException {
        return upgrade(tool, steps, drivers, Math.max(2, bench.settings().calls()));
    }

    private Outcome upgrade(Neo4jTool tool, int steps, Neo4jTrial.Drivers drivers, int calls) throws IOException {
        return bench.forks().upgrade(tool, bench.work(tool, steps, "bolt://localhost:" + proxy.port()), drivers, calls);
    }

    private void judge(String what, PerTool<Spread> spreads) {
        OptionalDouble ratio = spreads.find(Neo4jTool.WAYMARK).stream()
                .flatMapToDouble(waymark -> spreads.rivals().stream().mapToDouble(waymark::ratio))
                .max();
        ratio.ifPresent(figure -> bench.report()
                .goal(Goal.atMost(
                        "Neo4j, %s, %s, to the quicker neo4j-migrations".formatted(what, length()),
                        figure,
                        delay == 0 ? AS_FAST : TWICE_AS_FAST)));
    }

    private void judgeRoundTrips() {
        double nothing = noop.of(Neo4jTool.WAYMARK);
        bench.report()
                .goal(new Goal(
                        "Neo4j, round trips of a no-op <= " + NOOP_ROUND_TRIPS,
                        noop.beside(trips -> trips),
                        nothing <= NOOP_ROUND_TRIPS));
        double each = applying.of(Neo4jTool.WAYMARK).each();
        bench.report()
                .goal(new Goal(
                        "Neo4j, round trips of each applied revision <= " + MOST_ROUND_TRIPS,
                        applying.beside(TripsByStep::each),
                        each <= MOST_ROUND_TRIPS));
    }

    private String times(PerTool<Spread> spreads, Neo4jTool tool) {
        return Spread.times(spreads.of(tool).ratio(spreads.of(settings().tools().get(0))));
    }

    private String length() {
        return "%d ms more a round trip".formatted(delay);
    }

    private void progress(Neo4jTool tool, String what) {
        bench.report().progress("neo4j, %d ms: %s, %s".formatted(delay, what, tool.title()));
    }

    private Neo4jSettings settings() {
        return bench.settings().neo4j();
    }
}
