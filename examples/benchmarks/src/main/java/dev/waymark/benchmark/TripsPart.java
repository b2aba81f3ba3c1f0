package dev.waymark.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How many statements and round trips each contender needs: these decide how far away a database may be. */
final class TripsPart {

    private static final int FEW = 10;
    private static final int MANY = 30;

    private final Bench bench;

    TripsPart(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        try (Server server = Server.start(bench.directory(), Server.Flush.OFF);
                var proxy = CountingProxy.postgres(server.port())) {
            Traffic connecting = connecting(proxy);
            var table = new TextTable(
                    "Statements and round trips, connecting (%d statements, %d round trips each) not counted"
                            .formatted(connecting.statements(), connecting.roundTrips()),
                    "tool",
                    "no-op statements",
                    "round trips",
                    "speak of a lock",
                    "connections",
                    "per step: statements",
                    "round trips");
            for (Tool tool : bench.settings().tools()) {
                measure(tool, server, proxy, connecting, table);
            }
            bench.report().table(table);
        }
    }

    private static Traffic connecting(CountingProxy proxy) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Server.url(proxy.port(), "postgres"))) {
            connection.isReadOnly();
        }
        return proxy.take();
    }

    private void measure(Tool tool, Server server, CountingProxy proxy, Traffic connecting, TextTable table)
            throws IOException, SQLException {
        bench.report().progress("round trips: " + tool.title());
        Traffic few = upgrade(tool, server, proxy, FEW).withoutConnecting(connecting);
        Traffic many = upgrade(tool, server, proxy, MANY).withoutConnecting(connecting);
        Traffic noop = again(tool, proxy).withoutConnecting(connecting);
        double roundTrips = many.roundTripsPerStep(few, MANY - FEW);
        table.row(
                tool.title(),
                Integer.toString(noop.statements()),
                Integer.toString(noop.roundTrips()),
                Integer.toString(noop.locks()),
                Integer.toString(noop.connections()),
                Spread.number(many.statementsPerStep(few, MANY - FEW)),
                Spread.number(roundTrips));
        if (tool == Tool.WAYMARK) {
            judge(noop, roundTrips);
        }
    }

    private Traffic upgrade(Tool tool, Server server, CountingProxy proxy, int steps) throws IOException, SQLException {
        String database = database(tool, steps);
        server.create(database);
        bench.forks().upgrade(tool, bench.work(tool, steps, Server.url(proxy.port(), database)), 1);
        server.refuseUnlessApplied(database, steps);
        return proxy.take();
    }

    private Traffic again(Tool tool, CountingProxy proxy) throws IOException {
        bench.forks().upgrade(tool, bench.work(tool, MANY, Server.url(proxy.port(), database(tool, MANY))), 1);
        return proxy.take();
    }

    private static String database(Tool tool, int steps) {
        return tool.database("trips_" + steps);
    }

    private void judge(Traffic noop, double roundTrips) {
        Report report = bench.report();
        report.goal(new Goal(
                "no-op: 1 statement, no lock",
                noop.statements() + ", " + noop.locks(),
                noop.statements() == 1 && noop.locks() == 0));
        report.goal(new Goal("round trips per step <= 3", Spread.number(roundTrips), roundTrips <= 3));
    }
}
