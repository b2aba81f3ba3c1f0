package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.ConcurrentIndex;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.Settings;
import dev.waymark.run.StepReport;
import dev.waymark.run.TransactionScope;
import dev.waymark.run.UpgradeReport;
import org.junit.jupiter.api.Test;

class UpgradeIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void appliesEveryRevisionInOrderAndReportsIt() {
        UpgradeReport report = migrator.upgrade();

        assertThat(report.steps())
                .extracting(StepReport::step)
                .extracting(step -> step.id().value())
                .containsExactly("001", "002", "003");
        assertThat(report.from()).isEmpty();
        assertThat(report.to()).containsExactly(new RevisionId("003"));
        assertThat(database.tables()).containsExactly("albums", "artists", "tracks");
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Test
    void doesNothingTheSecondTime() {
        migrator.upgrade();

        UpgradeReport second = migrator.upgrade();

        assertThat(second.steps()).isEmpty();
        assertThat(second.to()).containsExactly(new RevisionId("003"));
    }

    @Test
    void stopsAtTheTarget() {
        migrator.upgrade("+2");

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void keepsTheSqlThatRanAndTheSqlOfTheWayBack() {
        migrator.upgrade("001");

        assertThat(database.query("select up_sql || ' / ' || array_to_string(down_sql, ';') from waymark_revision"))
                .containsExactly("create table artists (id integer primary key) / drop table artists");
    }

    @Test
    void canRunAllStepsInOneTransaction() {
        Migrator together = Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Albums(), new Tracks())
                .settings(Settings.defaults().withTransactions(TransactionScope.RUN))
                .build();

        together.upgrade();

        assertThat(database.query("select count(distinct xmin::text) from waymark_revision where id <> '003'"))
                .containsExactly("1");
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Test
    void runsARevisionThatAsksForItWithoutATransaction() {
        Migrators.on(database, new Artists(), new ConcurrentIndex()).upgrade();

        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'artists_id'::regclass"))
                .containsExactly("t");
        assertThat(database.query("select state || ' ' || statements from waymark_revision where id = '002'"))
                .containsExactly("applied 1");
    }

    @Test
    void keepsItsHistoryWhereItIsTold() {
        Migrator.postgres(database.dataSource())
                .revisions(new Artists())
                .settings(Settings.defaults().withHistory("ops \"x\"", "db"))
                .build()
                .upgrade();

        assertThat(database.query("select id from \"ops \"\"x\"\"\".db_revision"))
                .containsExactly("001");
    }
}
