package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is applied, what was done and what would be done can be asked without changing anything. */
class InspectionIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void aPlanTellsWhatWouldBeDoneAndCanBeRun() {
        Plan plan = migrator.plan("002");
        assertThat(database.tables()).isEmpty();

        migrator.run(plan);

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void readingMakesNoTables() {
        migrator.current();
        migrator.history();
        migrator.log(10);
        migrator.plan();

        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void historyShowsNewestFirstAndWhatIsApplied() {
        migrator.upgrade("002");

        assertThat(migrator.history())
                .extracting(status ->
                        status.revision().id() + " " + status.applied().isPresent())
                .containsExactly("003 false", "002 true", "001 true");
    }

    @Test
    void currentIsTheAppliedHead() {
        migrator.upgrade("002");

        assertThat(migrator.current())
                .extracting(revision -> revision.id().value())
                .containsExactly("002");
    }

    @Test
    void theLogKeepsEverythingThatHappened() {
        migrator.upgrade("002");
        migrator.downgrade("-1");
        migrator.stamp("base");

        assertThat(migrator.log(10))
                .extracting(entry -> entry.event() + " " + entry.revision().orElseThrow())
                .containsExactly("UNSTAMP 001", "DOWNGRADE 002", "UPGRADE 002", "UPGRADE 001");
    }
}
