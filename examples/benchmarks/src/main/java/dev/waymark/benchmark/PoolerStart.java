package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.List;

/** Several processes start at once behind a pooler that gives each transaction whichever session is free. */
final class PoolerStart implements Situation {

    private static final int PROCESSES = 8;

    private final Stage stage;

    PoolerStart(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        if (!Pooler.exists()) {
            return Verdict.of("not run: no pgbouncer");
        }
        Path material =
                stage.material(tool, "start", Ddl.tables(stage.settings().revisions()));
        Attempt alone = stage.attempt(tool, material);
        stage.upgradeOrFail(alone);
        Attempt attempt = stage.attempt(tool, material);
        try (Pooler pooler = stage.pooler()) {
            Attempt pooled = attempt.through(pooler.port());
            Crowd.Result result = Crowd.start(stage, pooled, PROCESSES, stage.state(alone));
            Ending again = stage.upgrade(pooled);
            return Crowd.verdict(List.of(result), PROCESSES, again.isDone() ? "" : "; restart: " + again.reason());
        }
    }
}
