package dev.waymark.benchmark;

import java.nio.file.Path;

/**
 * The main class of a forked process: one contender upgrades one database, once or several times, and tells how long
 * each call took. Before the first call it loads as little as it can, so that the contender pays for what it uses.
 */
final class Trial implements Contender {

    private final String tool;
    private final Work work;

    private Trial(String tool, Work work) {
        this.tool = tool;
        this.work = work;
    }

    /**
     * Runs the trial.
     *
     * @param arguments the tool, the number of steps, the JDBC URL, the directory of its material, the number of calls
     * @throws Exception whatever goes wrong in the contender
     */
    public static void main(String[] arguments) throws Exception {
        var work = new Work(Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
        var trial = new Trial(arguments[0], work);
        Outcome.print(Calls.time(trial, Integer.parseInt(arguments[4])));
    }

    @Override
    public void upgrade() throws Exception {
        contender().upgrade();
    }

    private Contender contender() {
        return switch (tool) {
            case "limit" -> new Limit(work, Limit.Reading.ONE_ROW);
            case "limit-all-rows" -> new Limit(work, Limit.Reading.ALL_ROWS);
            case "waymark" -> new Waymark(work);
            case "flyway-java" -> new FlywayJava(work);
            case "flyway-sql" -> new FlywaySql(work, FlywaySql.Lock.TRANSACTION);
            case "liquibase" -> new LiquibaseLog(work);
            default -> throw new IllegalArgumentException(tool);
        };
    }
}
