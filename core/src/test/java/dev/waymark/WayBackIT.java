package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Step;
import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.ConcurrentIndex;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.migration.Irreversible;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** An older build takes back what only a newer one knows, by what was recorded of it. */
class WayBackIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void revisionsThatTheCodeDoesNotHaveGoDownByTheirRecord() {
        Migrators.on(database, new Artists(), new Albums(), new Tracks()).upgrade();
        Migrator older = Migrators.on(database, new Artists());

        assertThat(older.downgradeAsRecorded("001").steps()).hasSize(2);

        assertThat(database.tables()).containsExactly("artists");
        assertThat(database.applied()).containsExactly("001 (head)");
        assertThat(older.upgrade().steps()).isEmpty();
    }

    @Test
    void targetsCountFromWhatTheDatabaseHas() {
        Migrators.on(database, new Artists(), new Albums(), new Tracks()).upgrade();

        Migrators.on(database, new Artists()).downgradeAsRecorded("-1");

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void whatTheCodeHasGoesDownByTheCode() {
        Migrators.on(database, new Artists(), new Albums()).upgrade();
        database.execute("update waymark_revision set down_sql = '{select no_such_column}' where id = '001'");

        Migrators.on(database, new Artists()).downgradeAsRecorded("base");

        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aRevisionWithoutATransactionGoesDownWithoutOne() {
        Migrators.on(database, new Artists(), new ConcurrentIndex()).upgrade();

        Migrators.on(database, new Artists()).downgradeAsRecorded("001");

        assertThat(database.query(
                        "select indexrelid::regclass from pg_index where indexrelid::regclass::text ~ '^artists_id'"))
                .isEmpty();
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    @Test
    void aFunctionWithAnSqlBodyIsRunAsOneStatement() {
        Migrators.on(database, new Artists(), new Down(sql -> {
                    sql.execute("create function f() returns integer begin atomic select 0; select 1; end");
                    sql.execute("comment on function f() is 'made on the way down'");
                }))
                .upgrade();

        Migrators.on(database, new Artists()).downgradeAsRecorded("001");

        assertThat(database.query("select f()")).containsExactly("1");
    }

    @Test
    void aWayDownThatDependsOnDataIsNotRecorded() {
        Migrators.on(
                        database,
                        new Artists(),
                        new Down(sql -> sql.query("select 1", row -> row.getInt(1))),
                        new Tracks())
                .upgrade();

        assertThatThrownBy(() -> Migrators.on(database, new Artists()).downgradeAsRecorded("001"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessage("""
                        Revision '002' can't be undone: its way back was not recorded, since it depends on data
                        Nothing was run; the database is as it was.
                        To fix this: stay above that revision, or restore a backup taken before it.""");
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Test
    void aWayDownThatDependsOnHowManyRowsItChangesIsNotRecorded() {
        Migrators.on(
                        database,
                        new Artists(),
                        new Down(sql -> {
                            int changed = 1;
                            while (changed > 0) {
                                changed = sql.execute(
                                        "delete from artists where id in (select id from artists limit 100)");
                            }
                        }),
                        new Tracks())
                .upgrade();

        assertThat(database.query("select down_note from waymark_revision where id = '002' and down_sql is null"))
                .containsExactly("it depends on how many rows its statements change");
    }

    @Test
    void aRevisionThatCannotBeUndoneSaysWhy() {
        Migrators.on(database, new Artists(), new Down(sql -> {
                    throw Irreversible.because("the letters are gone");
                }))
                .upgrade();

        assertThat(database.query("select down_note from waymark_revision where id = '002'"))
                .containsExactly("it can't be undone: the letters are gone");
        assertThatThrownBy(() -> Migrators.on(database, new Artists()).downgradeAsRecorded("001"))
                .hasMessageStartingWith(
                        "Revision '002' can't be undone: its way back was not recorded, since it can't be undone: the letters are gone");
    }

    @Test
    void withoutBeingAskedForTheCodeIsAllThatIsKnown() {
        Migrators.on(database, new Artists(), new Albums()).upgrade();

        assertThatThrownBy(() -> Migrators.on(database, new Artists()).downgrade("002"))
                .isInstanceOf(NoSuchTargetException.class);
    }

    /** A second revision whose way down is given. */
    @Revision(id = "002", revises = "001")
    record Down(Step step) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) throws Exception {
            step.run(sql);
        }
    }
}
