package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;

/** Many processes start at once on an empty database, as the replicas of an application do. */
final class Start implements Situation {

    private final Stage stage;

    Start(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        FaultSettings settings = stage.settings();
        Path material = stage.material(tool, "start", Ddl.tables(settings.revisions()));
        Attempt alone = stage.attempt(tool, material);
        stage.upgradeOrFail(alone);
        String undisturbed = stage.state(alone);
        var results = new ArrayList<Crowd.Result>();
        for (int round = 0; round < settings.rounds(); round++) {
            Attempt attempt = stage.attempt(tool, material);
            results.add(Crowd.start(stage, attempt, settings.processes(), undisturbed));
            stage.drop(attempt);
        }
        return Crowd.verdict(results, settings.processes(), "");
    }
}
