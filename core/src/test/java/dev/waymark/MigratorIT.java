package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.DowngradeReport;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import dev.waymark.run.StepReport;
import dev.waymark.run.TransactionScope;
import dev.waymark.run.UpgradeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigratorIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = migrator(new Artists(), new Albums(), new Tracks());

    @Nested
    class Upgrading {

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

            assertThat(database.query("select up_sql || ' / ' || down_sql from waymark_revision"))
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
            migrator(new Artists(), new ConcurrentIndex()).upgrade();

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

    @Nested
    class Downgrading {

        @Test
        void undoesWhatCameAfterTheTargetLastFirst() {
            migrator.upgrade();

            DowngradeReport report = migrator.downgrade("001");

            assertThat(report.steps())
                    .extracting(step -> step.step().id().value())
                    .containsExactly("003", "002");
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
            Migrator concurrent = migrator(new Artists(), new ConcurrentIndex());
            concurrent.upgrade();

            concurrent.downgrade("-1");

            assertThat(database.query("select to_regclass('artists_id') is null"))
                    .containsExactly("t");
            assertThat(database.applied()).containsExactly("001 (head)");
        }
    }

    @Nested
    class Stamping {

        @Test
        void recordsATargetAndAllThatItRequiresWithoutRunningIt() {
            migrator.stamp("002");

            assertThat(database.tables()).isEmpty();
            assertThat(database.applied()).containsExactly("001", "002 (head)");
        }

        @Test
        void takesBackWhatRequiresTheTarget() {
            migrator.stamp("head");
            migrator.stamp("001");

            assertThat(database.applied()).containsExactly("001 (head)");
        }

        @Test
        void atBaseEmptiesTheAppliedSet() {
            migrator.stamp("head");
            migrator.stamp("base");

            assertThat(database.applied()).isEmpty();
        }

        @Test
        void purgedForgetsWhatTheCodeDoesNotKnow() {
            migrator.stamp("head");
            database.execute("update waymark_revision set id = 'lost', revises = '{gone}' where id = '003'");

            migrator.stampPurged("002");

            assertThat(database.applied()).containsExactly("001", "002 (head)");
        }

        @Test
        void setsAnInterruptedRevisionRight() {
            migrator.upgrade();
            database.execute(
                    "update waymark_revision set state = 'applying' where id = '003'; update waymark_head set digest = ''");

            migrator.stamp("003");

            assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
        }
    }

    @Nested
    class Asking {

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

        @Test
        void listenersAreToldOfEveryStep() {
            List<RunEvent> events = new ArrayList<>();

            Migrator.postgres(database.dataSource())
                    .revisions(new Artists())
                    .listener(events::add)
                    .build()
                    .upgrade();

            assertThat(events)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("Planned", "StepStarted", "StepFinished", "RunFinished");
        }

        @Test
        void aListenerThatThrowsDoesNotBreakTheRun() {
            Migrator.postgres(database.dataSource())
                    .revisions(new Artists())
                    .listener(event -> {
                        throw new IllegalStateException("listener");
                    })
                    .build()
                    .upgrade();

            assertThat(database.applied()).containsExactly("001 (head)");
        }
    }

    @Nested
    class Starting {

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

    private Migrator migrator(Migration<?>... migrations) {
        return Migrator.postgres(database.dataSource()).revisions(migrations).build();
    }

    @Revision(id = "002", revises = "001", transactional = false)
    static final class ConcurrentIndex implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create index concurrently artists_id on artists (id)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop index concurrently artists_id");
        }
    }
}
