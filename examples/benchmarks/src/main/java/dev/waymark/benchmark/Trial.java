package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of a forked process: one contender upgrades one database, once or several times, and tells how long
 * each call took. Before the first call it loads as little as it can, so that the contender pays for what it uses.
 */
final class Trial {

    private static final long TIME_FOR_CALLS = 10_000_000_000L;

    private Trial() {}

    /**
     * Runs the trial.
     *
     * @param arguments the tool, the number of steps, the JDBC URL, the directory of its material, the number of calls
     * @throws Exception whatever goes wrong in the contender
     */
    public static void main(String[] arguments) throws Exception {
        var work = new Work(Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
        int calls = Integer.parseInt(arguments[4]);
        var times = new ArrayList<Long>(calls);
        long begin = System.nanoTime();
        do {
            long start = System.nanoTime();
            contender(arguments[0], work).upgrade();
            times.add(System.nanoTime() - start);
        } while (times.size() < calls && System.nanoTime() - begin < TIME_FOR_CALLS);
        Outcome.print(List.copyOf(times));
    }

    private static Contender contender(String tool, Work work) {
        return switch (tool) {
            case "limit" -> new Limit(work, Limit.Reading.ONE_ROW);
            case "limit-all-rows" -> new Limit(work, Limit.Reading.ALL_ROWS);
            case "waymark" -> new Waymark(work);
            case "flyway-java" -> new FlywayJava(work);
            case "flyway-sql" -> new FlywaySql(work);
            case "liquibase" -> new LiquibaseLog(work);
            default -> throw new IllegalArgumentException(tool);
        };
    }
}
