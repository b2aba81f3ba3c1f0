package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Alone;
import dev.waymark.LambdaSteps.Second;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.LambdaSteps.Third;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easily missed when a step without a transaction goes on. */
class ResumeCornersIT {

    private final TestDatabase database = TestDatabase.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create unique index concurrently /* soon */ if not exists artists_name on artists (name)",
                "create unique index -- soon\n concurrently if not exists artists_name on artists (name)",
                "create unique index concurrently if not exists \"artists_name\"on artists (name)",
                "create unique index concurrently if not exists"
                        + " artists_name_that_is_longer_than_the_sixty_three_bytes_that_postgres_keeps on artists (name)"
            })
    void aHalfBuiltIndexIsFoundHoweverItsStatementIsWritten(String statement) {
        Migrators.on(database, new Artists()).upgrade();
        database.execute("alter table artists add name text; insert into artists values (1, 'x'), (2, 'x')");
        fails(sql -> sql.execute(statement));
        database.execute("update artists set name = id");

        upgrade(sql -> sql.execute(statement));

        assertThat(database.query("select indisvalid from pg_index where indrelid = 'artists'::regclass"))
                .containsExactly("t", "t");
    }

    @Test
    void aPartitionThatIsLeftPendingIsDetached() throws Exception {
        database.execute("create table p (i int) partition by list (i)");
        database.execute("create table p1 partition of p for values in (1)");
        Migrator migrator = Migrator.postgres(database.dataSource())
                .revisions(
                        new Artists(), new Alone(sql -> sql.execute("alter table p detach partition p1 concurrently")))
                .settings(Settings.defaults().withStatementTimeout(Duration.ofSeconds(1)))
                .build();
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select from p");
            assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        }

        migrator.upgrade();

        assertThat(database.query("select inhrelid from pg_inherits")).isEmpty();
        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void aStatementThatMayFailDoesNotShiftTheOthers() {
        Step step = sql -> {
            try {
                sql.execute("drop table nothing");
            } catch (StatementFailedException e) {
                sql.execute("create table instead ()");
            }
            sql.execute("insert into later values (1)");
        };
        fails(step);
        database.execute("create table later (i int)");

        upgrade(step);

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void aCallThatCommittedAPartAndFailedIsNotRunAgainUnasked() {
        database.execute("create table filled (); create table divisors (d int)");
        database.execute(
                "create procedure fill() language plpgsql as"
                        + " 'begin insert into filled default values; commit; perform 1 / (select count(*) from divisors); end'");
        fails(sql -> sql.execute("call fill()"));
        database.execute("insert into divisors values (1)");

        assertThatThrownBy(() -> upgrade(sql -> sql.execute("call fill()")))
                .isInstanceOf(InterruptedRevisionException.class);

        assertThat(database.query("select count(*) from filled")).containsExactly("1");
    }

    @Test
    void aRetryOfWhatRunsInATransactionNow() {
        fails(sql -> sql.execute("insert into artists values (1); select no_such_column"));
        Migrator migrator = Migrators.on(
                database,
                new Artists(),
                new Second(sql -> sql.execute("insert into artists select count(*) + 1 from artists")));

        assertThatThrownBy(() -> migrator.retry("002"))
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessage("""
                        Revision '002', which does not run in a transaction, was begun and did not finish.
                        1 of its statements are done; it is recorded as applying. This code would run it in a transaction.
                        To fix this: look at what its statements have left, and say transactional = false again, and call retry("002"); or make it whole by hand and call stamp("002"); or take it back by hand and call stamp("001").""");
        assertThat(database.query("select count(*) from artists")).containsExactly("1");
    }

    @Test
    void aWayDownThatWouldTakeBackAnotherBranchIsNotAdvised() {
        Migrators.on(database, new Artists(), new Beside()).upgrade();
        Migrator migrator = Migrators.on(
                database, new Artists(), new Beside(), new Alone(sql -> sql.execute("select no_such_column")));
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        database.execute("insert into waymark_statement values ('002', 1, 'running', 'call fill()', 0, now())");

        assertThatThrownBy(() -> Migrators.on(
                                database, new Artists(), new Beside(), new Alone(sql -> sql.execute("call fill()")))
                        .upgrade())
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageNotContaining("downgrade");
    }

    @Test
    void whatIsRecordedIsWhatItRevisesNow() {
        fails(sql -> sql.execute("insert into later values (1)"));
        database.execute("create table later (i int)");

        Migrators.on(database, new Artists(), new Inserted(), new Moved()).upgrade();
        Migrators.on(database, new Artists(), new Inserted(), new Moved(), new Third())
                .upgrade();

        assertThat(database.applied()).contains("003 (head)").hasSize(4);
        assertThat(database.query("select message from waymark_revision where id = '002'"))
                .containsExactly("Moved");
    }

    @Test
    void whoWaitsForALeaseDoesNotWakeHimself() {
        fails(sql -> sql.execute("select no_such_column"));
        database.execute("update waymark_revision set lease_until = now() + interval '9 s', lease_holder = 'another',"
                + " run = gen_random_uuid() where id = '002'");
        AtomicInteger looks = new AtomicInteger();

        Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Alone(sql -> {}))
                .listener(event -> looks.addAndGet(event instanceof RunEvent.LockWaited ? 1 : 0))
                .build()
                .upgrade();

        assertThat(looks).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void aRunWithASessionDoesNotGoOnWithALease() {
        fails(sql -> sql.execute("select no_such_column"));
        database.execute("update waymark_revision set lease_until = now() - interval '1 s' where id = '002'");

        fails(sql -> sql.execute("create table a (); select no_such_column"));

        assertThat(database.query("select id from waymark_revision where lease_until is not null"))
                .isEmpty();
    }

    private void fails(Step step) {
        assertThatThrownBy(() -> upgrade(step)).isInstanceOf(StepFailedException.class);
    }

    private void upgrade(Step step) {
        Migrators.on(database, new Artists(), new Alone(step)).upgrade();
    }

    @Revision(id = "002b", revises = "001", labels = "beside")
    record Beside() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "0015", revises = "001")
    record Inserted() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "0015", transactional = false, message = "Moved")
    record Moved() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("insert into later values (1)");
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
