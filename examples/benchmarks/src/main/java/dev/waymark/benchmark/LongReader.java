package dev.waymark.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody reads a table for long; a migration wants to alter it, and waits; and whoever only wants to look at the
 * table meanwhile waits behind the migration.
 */
final class LongReader implements Situation {

    private static final String LOOK = "select count(*) from item_1";
    private static final String SOMEBODY_WAITS = "select exists (select from pg_stat_activity"
            + " where datname = '%s' and wait_event_type = 'Lock' and query ilike '%%alter table%%')";
    private static final int PAUSE_MILLIS = 100;

    private final Stage stage;

    LongReader(Stage stage) {
        this.stage = stage;
    }

    /** The seconds of the reader count from when the migration waits. */
    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Attempt before = stage.attempt(tool, stage.material(tool, "one", List.of(Ddl.table(1))));
        stage.upgradeOrFail(before);
        Attempt attempt = before.with(stage.material(tool, "altered", List.of(Ddl.table(1), Ddl.column())));
        Child child = stage.ready(attempt);
        var over = new AtomicBoolean();
        CompletableFuture<Double> longest;
        try (Connection reader = stage.server().connect(attempt.database());
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute(LOOK);
            child.release();
            longest = CompletableFuture.supplyAsync(() -> longestLook(attempt, over), stage.lanes());
            stage.await(SOMEBODY_WAITS.formatted(attempt.database()));
            Thread.sleep(stage.settings().reader() * 1000L);
        }
        Ending ending = child.await();
        over.set(true);
        String waited = String.format(Locale.ROOT, "%.1f s", longest.join());
        return new Verdict(
                waited + (ending.isDone() ? "" : "; then " + ending.reason()),
                ending.isDone() ? "" : ending.complaint());
    }

    /** {@return the seconds of the longest of many looks, one after the other} */
    private double longestLook(Attempt attempt, AtomicBoolean over) {
        double longest = 0;
        try (Connection connection = stage.server().connect(attempt.database());
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                long start = System.nanoTime();
                statement.execute(LOOK);
                longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
                Thread.sleep(PAUSE_MILLIS);
            }
            return longest;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return longest;
        } catch (SQLException e) {
            throw new IllegalStateException("A look at the table fails", e);
        }
    }
}
