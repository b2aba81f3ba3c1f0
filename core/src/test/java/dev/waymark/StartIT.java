package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.StartMode;
import dev.waymark.run.UpgradeReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void checkPassesWhenNothingIsPending() {
        migrator.upgrade();

        assertThat(migrator.start(StartMode.CHECK)).isPresent();
    }

    @Test
    void waitReturnsOnceSomebodyElseHasUpgraded() throws InterruptedException {
        Thread other = new Thread(() -> migrator.upgrade());
        other.start();

        Optional<UpgradeReport> report = migrator.start(StartMode.WAIT);

        other.join();
        assertThat(report.orElseThrow().to()).containsExactly(new RevisionId("003"));
    }

    @Test
    void offDoesNotEvenConnect() {
        Migrator nowhere = Migrator.postgres("postgresql://localhost:1/nowhere")
                .revisions(new Artists())
                .build();

        assertThat(nowhere.start(StartMode.OFF)).isEmpty();
    }
}
