package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Alone;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StepFailedException;
import dev.waymark.plan.Direction;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step without a transaction that did not finish goes on where it stopped. */
class ResumeIT {

    private final TestDatabase database = TestDatabase.create();
    private final SecondStep second = new SecondStep(database);

    @Test
    void whatIsDoneIsNotDoneAgain() {
        second.fails(sql -> sql.execute("create table a (); create table b (); select no_such_column"));

        second.upgrade(sql -> sql.execute("create table a (); create table b (); create table c ()"));

        assertThat(database.tables()).containsExactly("a", "artists", "b", "c");
        assertThat(database.applied()).containsExactly("001", "002 (head)");
        assertThat(database.query("select statement from waymark_statement")).isEmpty();
        assertThat(database.query("select up_sql from waymark_revision where id = '002'"))
                .containsExactly("create table a ();\ncreate table b ();\ncreate table c ()");
    }

    @Test
    void itTellsThatItGoesOn() {
        List<RunEvent> events = new ArrayList<>();
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Alone(sql -> sql.execute("create table a (); create table b ()")))
                .listener(events::add)
                .build()
                .upgrade();

        assertThat(events)
                .filteredOn(RunEvent.StepResumed.class::isInstance)
                .extracting(event -> ((RunEvent.StepResumed) event).statements())
                .containsExactly(1);
        assertThat(events)
                .filteredOn(RunEvent.StatementStarted.class::isInstance)
                .extracting(event -> ((RunEvent.StatementStarted) event).statement())
                .containsExactly("create table b ()");
    }

    @Test
    void aStatementThatIsDoneStillSaysHowManyRowsItChanged() {
        database.execute("create table numbers as select generate_series(1, 7) as n, false as done");
        Step batches = sql -> {
            int changed = 1;
            while (changed > 0) {
                changed = sql.execute("update numbers set done = true where n in"
                        + " (select n from numbers where not done order by n limit 3)");
                sql.query("select 1 / count(*) from fine", row -> row.getInt(1));
            }
        };
        database.execute("create table fine ()");
        second.fails(batches);
        database.execute("alter table fine add n int; insert into fine values (1)");

        second.upgrade(batches);

        assertThat(database.query("select count(*) from numbers where done")).containsExactly("7");
    }

    @Test
    void aStatementOfTheSessionIsRunAgain() {
        second.fails(sql -> sql.execute("set search_path to pg_catalog; select no_such_column"));

        second.upgrade(sql -> sql.execute("set search_path to pg_catalog; create table public.path as"
                + " select current_setting('search_path') as path"));

        assertThat(database.query("select path from path")).containsExactly("pg_catalog");
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsRemovedAndBuiltAgain() {
        Step unique = sql -> sql.execute("create unique index concurrently artists_name on artists (name)");
        Migrators.on(database, new Artists()).upgrade();
        database.execute("alter table artists add name text; insert into artists values (1, 'x'), (2, 'x')");
        second.fails(unique);
        assertThat(indexes()).containsExactly("artists_name invalid");
        database.execute("update artists set name = id");

        second.upgrade(unique);

        assertThat(indexes()).containsExactly("artists_name valid");
    }

    @Test
    void anIndexThatWasBuiltWhileTheRunDiedIsKept() {
        Step index = sql -> sql.execute("create index concurrently artists_twice on artists ((id * 2))");
        second.interrupted("create index concurrently artists_twice on artists ((id * 2))");
        database.execute("create index artists_twice on artists ((id * 2))");
        String before = database.query("select 'artists_twice'::regclass::oid").get(0);

        second.upgrade(index);

        assertThat(database.query("select 'artists_twice'::regclass::oid")).containsExactly(before);
    }

    @Test
    void aQueryThatWritesIsRefusedSinceNobodyWouldKnowThatItRan() {
        Migrators.on(database, new Artists()).upgrade();

        assertThatThrownBy(() -> second.upgrade(
                        sql -> sql.query("insert into artists values (1) returning id", row -> row.getInt(1))))
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith(
                        "The up of '002' failed: ERROR: cannot execute INSERT in a read-only transaction");
        assertThat(database.query("select id from artists")).isEmpty();
    }

    @Test
    void aStatementThatRanAndIsAnotherOneNow() {
        second.fails(sql -> sql.execute("create table a (); select no_such_column"));

        assertThatThrownBy(() -> second.upgrade(sql -> sql.execute("create table z (); create table b ()")))
                .isInstanceOf(StepFailedException.class)
                .hasCauseInstanceOf(ChangedStatementException.class)
                .hasMessage("""
                        The up of '002' failed: Statement 1 of '002' ran already, and it is another one now.
                        What ran:
                          create table a ()
                        What the code would run now:
                          create table z ()
                        It does not run in a transaction, so what its finished statements did stays, and is recorded.
                        Done before it: nothing. Not run: nothing.
                        To fix this: bring the statement back as it was, and change what follows it; or look at what the statements have left, and stamp.""");
        assertThat(database.tables()).containsExactly("a", "artists");
    }

    @Test
    void aStepThatRunsLessThanItDid() {
        second.fails(sql -> sql.execute("create table a (); create table b (); select no_such_column"));

        assertThatThrownBy(() -> second.upgrade(sql -> sql.execute("create table a ()")))
                .hasCauseInstanceOf(ChangedStatementException.class);
        assertThat(database.applied()).containsExactly("001 (head)", "002 (head) applying");
    }

    @Test
    void whatWasDoneOnAConnectionOfTheMigrationsOwnCannotBeGoneOnWith() {
        second.fails(sql -> {
            sql.connection().createStatement().execute("create table a ()");
            sql.execute("select no_such_column");
        });

        assertThatThrownBy(() -> second.upgrade(sql -> {}))
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageContaining(
                        "Statement 1 was running when its session ended, and whether it took effect can't be"
                                + " told:\n  -- connection() or dsl()");
    }

    @Test
    void aWayDownGoesOnToo() {
        Migrators.on(database, new Artists(), new Down(List.of("drop table a", "drop table b")))
                .upgrade();
        database.execute("create table a (); create table b (); create view v as select from b");
        Migrator down = Migrators.on(database, new Artists(), new Down(List.of("drop table a", "drop table b")));
        assertThatThrownBy(() -> down.downgrade("001")).isInstanceOf(StepFailedException.class);
        database.execute("drop view v");

        assertThatThrownBy(down::upgrade)
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageContaining(
                        "1 of its statements are done; it is recorded as removing. It was being taken back.");
        assertThat(down.downgrade("001").steps())
                .extracting(step -> step.step().direction())
                .containsExactly(Direction.DOWN);

        assertThat(database.tables()).containsExactly("artists");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    private List<String> indexes() {
        return database.query("select c.relname || case when indisvalid then ' valid' else ' invalid' end from pg_index"
                + " join pg_class c on c.oid = indexrelid where c.relname ~ '^artists_[^p]'");
    }

    @Revision(id = "002", revises = "001", transactional = false)
    record Down(List<String> statements) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
