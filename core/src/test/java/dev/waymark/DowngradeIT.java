package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.ConcurrentIndex;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.DowngradeReport;
import org.junit.jupiter.api.Test;

class DowngradeIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void undoesWhatCameAfterTheTargetLastFirst() {
        migrator.upgrade();

        DowngradeReport report = migrator.downgrade("001");

        assertThat(report.steps()).extracting(step -> step.step().id().value()).containsExactly("003", "002");
        assertThat(database.tables()).containsExactly("artists");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void goesDownToBaseAndUpAgain() {
        migrator.upgrade();
        migrator.downgrade("base");
        assertThat(database.tables()).isEmpty();

        migrator.upgrade();

        assertThat(database.tables()).containsExactly("albums", "artists", "tracks");
    }

    @Test
    void runsWithoutATransactionWhereTheRevisionAsksForIt() {
        Migrator concurrent = Migrators.on(database, new Artists(), new ConcurrentIndex());
        concurrent.upgrade();

        concurrent.downgrade("-1");

        assertThat(database.query("select to_regclass('artists_id') is null")).containsExactly("t");
        assertThat(database.applied()).containsExactly("001 (head)");
    }
}
