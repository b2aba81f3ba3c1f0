package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.HistoryTableException;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.StartMode;
import org.junit.jupiter.api.Test;

/** A history that does not fit the code, or the plan, is refused; one that is merely ahead is not. */
class HistoryRefusalsIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void aTableOfAnotherShape() {
        database.execute("create table waymark_revision (id text, version integer)");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(HistoryTableException.class)
                .hasMessage("""
                        The table "public"."waymark_revision" is not a history table of this Waymark: ERROR: column "revises" does not exist.
                        The database was not touched.
                        To fix this: if the table belongs to something else, set another history schema or prefix (Settings.withHistory); if another Waymark made it, use that one.""");
    }

    @Test
    void anAppliedRevisionThatNobodyKnows() {
        migrator.upgrade("001");
        database.execute("update waymark_revision set id = 'mystery'; update waymark_head set id = 'mystery'");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("""
                        The database has mystery applied, which no migration defines: none of them descends from a revision of this code, so the history belongs to other code, or the migrations were removed.
                        The database was not touched.
                        To fix this: deploy the code that has these migrations; or, if they are gone for good, stamp the database anew with stampPurged.""");
    }

    @Test
    void aDatabaseAheadOfTheCodeIsFineToStartOn() {
        migrator.upgrade();

        assertThat(Migrators.on(database, new Artists(), new Albums()).upgrade().steps())
                .isEmpty();
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Test
    void aDowngradeFromBelowWhatIsNotKnown() {
        migrator.upgrade();

        assertThatThrownBy(() ->
                        Migrators.on(database, new Artists(), new Albums()).downgrade("001"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("""
                        The database has 003 applied, which no migration defines: they require revisions that the downgrade would remove.
                        The database was not touched.
                        To fix this: downgrade with the newer build that has these migrations, or by what was recorded of them (downgradeAsRecorded).""");
        assertThat(database.tables()).containsExactly("albums", "artists", "tracks");
    }

    @Test
    void aRevisionThatWasInterrupted() {
        migrator.upgrade();
        database.execute(
                "update waymark_revision set state = 'applying', transactional = false, statements = 2 where id = '003';"
                        + " update waymark_head set digest = ''");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessage("""
                        Revision '003', which does not run in a transaction, was begun and did not finish.
                        2 of its statements are done; it is recorded as applying. This code would run it in a transaction.
                        To fix this: look at what its statements have left, and say transactional = false again, and call retry("003"); or make it whole by hand and call stamp("003"); or take it back by hand and call stamp("002").""");
    }

    @Test
    void theWayOutOfAnInterruptionKeepsTheOtherBranch() {
        Migrator forked = Migrators.on(database, new Artists(), new Albums(), new Sibling());
        forked.upgrade();
        database.execute("update waymark_revision set state = 'applying', transactional = false where id = '002';"
                + " update waymark_head set digest = '' where id = '002'");

        assertThatThrownBy(forked::upgrade)
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageEndingWith(
                        "make it whole by hand and call stamp(\"002\", \"sibling\"); or take it back by hand and call stamp(\"sibling\").");

        forked.stamp("sibling");
        assertThat(database.applied()).containsExactly("001", "sibling (head)");
    }

    @Test
    void anInterruptedRevisionIsNeverTakenForUpToDate() {
        migrator.upgrade();
        database.execute("update waymark_revision set state = 'applying', transactional = false where id = '003';"
                + " update waymark_head set digest = ''");

        assertThatThrownBy(() -> migrator.accept("001")).isInstanceOf(InterruptedRevisionException.class);
        assertThatThrownBy(migrator::upgrade).isInstanceOf(InterruptedRevisionException.class);
        assertThatThrownBy(() -> migrator.start(StartMode.CHECK)).isInstanceOf(InterruptedRevisionException.class);
    }

    @Test
    void aPlanToGoDownFromBelowWhatIsNotKnown() {
        migrator.upgrade();

        assertThatThrownBy(() ->
                        Migrators.on(database, new Artists(), new Albums()).planDowngrade("001"))
                .isInstanceOf(UnknownRevisionException.class);
    }

    @Test
    void acceptingWhatIsNotApplied() {
        migrator.upgrade("001");

        assertThatThrownBy(() -> migrator.accept("003"))
                .isInstanceOf(TargetOutOfRangeException.class)
                .hasMessage("""
                        '003' can't be reached: only what is applied can be accepted.
                        The database was not touched.
                        To fix this: name applied revisions; history() shows which are.""");
    }

    @Test
    void aRowThatNoWaymarkWrites() {
        migrator.upgrade("001");
        database.execute("update waymark_revision set id = 'a@b'; update waymark_head set id = 'other'");

        assertThatThrownBy(migrator::current)
                .isInstanceOf(HistoryTableException.class)
                .hasMessageStartingWith(
                        "The table \"public\".\"waymark_revision\" is not a history table of this Waymark: it, or the log, holds what no Waymark writes: Illegal revision id 'a@b'");
    }

    @Test
    void aLogOfSomebodyElseIsNotTouched() {
        database.execute("create table waymark_log (line text); comment on table waymark_log is 'theirs'");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(HistoryTableException.class)
                .hasMessageStartingWith(
                        "The table \"public\".\"waymark_log\" is not a history table of this Waymark: it lacks at, by_user, detail");
        assertThat(database.query("select obj_description('waymark_log'::regclass)"))
                .containsExactly("theirs");
        assertThat(database.query("select to_regclass('waymark_revision') is null"))
                .containsExactly("t");
    }

    @Test
    void aPlanForAnotherState() {
        Plan plan = migrator.plan("002");
        migrator.upgrade("001");

        assertThatThrownBy(() -> migrator.run(plan))
                .isInstanceOf(StalePlanException.class)
                .hasMessage("""
                        The plan was made for a database at base, but it is at 001.
                        The database was not touched.
                        To fix this: make a new plan and run that.""");
    }

    @Revision(id = "sibling", revises = "001")
    record Sibling() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }
}
