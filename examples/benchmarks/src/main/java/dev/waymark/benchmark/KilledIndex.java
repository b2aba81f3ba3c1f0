package dev.waymark.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/**
 * An open transaction holds up an index that is made concurrently; then the process that makes it is killed, and its
 * server process ended. What PostgreSQL leaves behind is an invalid index.
 */
final class KilledIndex implements Situation {

    private final Stage stage;
    private final String condition;

    KilledIndex(Stage stage, String condition) {
        this.stage = stage;
        this.condition = condition;
    }

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Attempt attempt = stage.attempt(tool, stage.material(tool, "one", List.of(Ddl.table(1))));
        stage.upgradeOrFail(attempt);
        Path material = stage.material(
                tool, condition.isEmpty() ? "then" : "then-if", List.of(Ddl.table(1), Ddl.concurrentIndex(condition)));
        if (!interrupt(attempt.with(material))) {
            return Verdict.of("not measured: no index begun");
        }
        Ending restart = stage.upgrade(attempt.with(material));
        stage.endAll(attempt);
        String index = "index " + stage.indexes(attempt);
        return new Verdict(
                (restart.isDone() ? "restarts" : "restart: " + restart.reason()) + "; " + index,
                restart.isDone() ? "" : restart.complaint());
    }

    /** {@return whether there was something to interrupt} */
    private boolean interrupt(Attempt attempt) throws Exception {
        Child child = stage.ready(attempt);
        try (Connection writer = stage.server().connect(attempt.database());
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into item_1 (id, name) values (1, 'one')");
            child.release();
            boolean begun = stage.await("select exists (select from pg_stat_progress_create_index where datname = '"
                    + attempt.database() + "' and phase = 'waiting for writers before build')");
            child.kill();
            stage.endAllBut(attempt, writer);
            writer.rollback();
            return begun;
        }
    }
}
