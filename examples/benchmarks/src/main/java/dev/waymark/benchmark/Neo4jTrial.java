package dev.waymark.benchmark;

import java.nio.file.Path;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The main class of a forked process in which one contender upgrades one Neo4j database, once or several times. */
final class Neo4jTrial {

    /** Whether the calls have a driver in common. */
    enum Drivers {
        /** One that is connected before the first call. */
        OPEN,
        /** A new one for each call, which closes it. */
        NEW
    }

    private Neo4jTrial() {}

    /**
     * Runs the trial.
     *
     * @param arguments the tool, the number of revisions, the URI, the directory of its material, whether drivers are
     *     open or new, the number of calls
     * @throws Exception whatever goes wrong in the contender
     */
    public static void main(String[] arguments) throws Exception {
        Neo4jTool tool = Neo4jTool.named(arguments[0]);
        Work work = new Work(Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
        int calls = Integer.parseInt(arguments[5]);
        if (Drivers.valueOf(arguments[4]) == Drivers.NEW) {
            Outcome.print(Calls.time(() -> connectAndUpgrade(tool, work), calls));
            return;
        }
        try (Driver driver = driver(work)) {
            driver.verifyConnectivity();
            Outcome.print(Calls.time(() -> tool.upgrade(driver, work), calls));
        }
    }

    private static void connectAndUpgrade(Neo4jTool tool, Work work) {
        try (Driver driver = driver(work)) {
            tool.upgrade(driver, work);
        }
    }

    private static Driver driver(Work work) {
        return GraphDatabase.driver(work.url(), AuthTokens.none());
    }
}
