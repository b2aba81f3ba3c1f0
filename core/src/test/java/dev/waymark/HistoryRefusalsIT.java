package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.HistoryTableException;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.TestDatabase;
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
                        To fix this: downgrade with the newer build that has these migrations.""");
        assertThat(database.tables()).containsExactly("albums", "artists", "tracks");
    }

    @Test
    void aRevisionThatWasInterrupted() {
        migrator.upgrade();
        database.execute("update waymark_revision set state = 'applying', statements = 2 where id = '003';"
                + " update waymark_head set digest = ''");

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessage("""
                        Revision '003', which does not run in a transaction, was begun and did not finish.
                        2 of its statements are recorded as done; it is recorded as applying.
                        To fix this: look at what its statements have left, complete or undo it by hand, and then stamp the database: with '003' if it is complete, or with what it revises if it is undone.""");
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
}
