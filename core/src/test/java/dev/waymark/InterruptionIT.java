package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Step;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StepFailedException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** What stops a step without a transaction that did not finish from going on by itself, and the ways out. */
class InterruptionIT {

    private final TestDatabase database = TestDatabase.create();
    private final SecondStep second = new SecondStep(database);

    @Test
    void aStatementOfWhichNothingCanBeToldStopsTheRun() {
        String call = "call fill()";
        second.interrupted(call);

        assertThatThrownBy(() -> second.upgrade(sql -> sql.execute(call)))
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessage("""
                        Revision '002', which does not run in a transaction, was begun and did not finish.
                        0 of its statements are done; it is recorded as applying. Statement 1 was running when its session ended, and whether it took effect can't be told:
                          call fill()
                        To fix this: look at what its statements have left, and go on with it by calling retry("002"); or take it back by calling downgrade("001"); or make it whole by hand and call stamp("002"); or take it back by hand and call stamp("001").""");
    }

    @Test
    void aRetryRunsItAgain() {
        String call = "call fill()";
        second.interrupted(call);

        assertThat(second.migrator(sql -> sql.execute(call)).retry("002").steps())
                .hasSize(1);

        assertThat(database.query("select count(*) from filled")).containsExactly("1");
        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void aRetryOfWhatIsFinished() {
        second.upgrade(sql -> {});

        assertThatThrownBy(() -> second.migrator(sql -> {}).retry("002"))
                .isInstanceOf(TargetOutOfRangeException.class)
                .hasMessageContaining(
                        "only a revision of this code that was begun and has not finished can be retried.");
    }

    @Test
    void whatWasBegunCanBeTakenBack() {
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        second.migrator(sql -> {}).downgrade("001");

        assertThat(database.applied()).containsExactly("001 (head)");
        assertThat(database.query("select statement from waymark_statement")).isEmpty();
    }

    @Test
    void aStampForgetsWhatWasBegun() {
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        second.migrator(sql -> {}).stamp("002");

        assertThat(database.applied()).containsExactly("001", "002 (head)");
        assertThat(database.query("select statement from waymark_statement")).isEmpty();
    }

    @Test
    void aStampForgetsWhatWasRunToo() {
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        second.migrator(sql -> {}).stamp("002");

        assertThat(database.query("select up_sql is null, down_note from waymark_revision where id = '002'"))
                .containsExactly("t");
        assertThat(database.query("select down_note from waymark_revision where id = '002'"))
                .containsExactly("the revision was stamped");
    }

    @Test
    void anIndexWithoutANameThatFailedStopsTheRun() {
        Migrators.on(database, new Artists()).upgrade();
        database.execute("alter table artists add name text; insert into artists values (1, 'x'), (2, 'x')");
        Step unique = sql -> sql.execute("create unique index concurrently on artists (name)");
        second.fails(unique);

        assertThatThrownBy(() -> second.upgrade(unique))
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageContaining(
                        "Statement 1 failed, and may have left an INVALID index, whose name can't be told:\n"
                                + "  create unique index concurrently on artists (name)");
    }

    @Test
    void aConnectionThatIsCutIsToldAsThat() {
        assertThatThrownBy(() -> second.upgrade(
                        sql -> sql.execute("create table a (); select pg_terminate_backend(pg_backend_pid())")))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of '002' failed: The connection to the database of the given DataSource was lost: FATAL: terminating connection due to administrator command
                        It does not run in a transaction, so what its finished statements did stays, and is recorded.
                        Done before it: 001. Not run: nothing.
                        To fix this: check the server and the network, and upgrade again: it goes on with the statement that was running.""");
    }

    @Test
    void aStatementThatIsAnotherOneNowIsNotPassedOverByCatchingThat() {
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        second.fails(sql -> {
            try {
                sql.execute("create table z ()");
            } catch (RuntimeException e) {
                sql.execute("create table b ()");
            }
        });

        assertThat(database.applied()).containsExactly("001 (head)", "002 (head) applying");
    }

    @Test
    void aStepThatAnotherRunHasTakenOverCannotBeFinished() {
        assertThatThrownBy(() -> second.upgrade(sql -> database.execute(
                        "update waymark_revision set run = gen_random_uuid() where state = 'applying'")))
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith(
                        "The up of '002' failed: This session no longer holds the lock of the history in");
        assertThat(database.applied()).containsExactly("001 (head)", "002 (head) applying");
    }
}
