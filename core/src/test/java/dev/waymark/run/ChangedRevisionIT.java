package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.ChangedRevisionException;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A revision whose source has changed since it was applied is judged by what it runs. */
class ChangedRevisionIT {

    private static final String CREATE = "create table artists (id integer)";

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRefactoringThatRunsTheSameIsRecordedAgain() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        UpgradeReport report = runner("after", new Sql(CREATE + ";")).upgrade(Runner.EVERY_HEAD);

        assertThat(report.steps()).isEmpty();
        assertThat(database.query("select checksum from waymark_revision")).containsExactly("after");
        assertThat(database.query("select event from waymark_log order by position"))
                .containsExactly("upgrade", "refresh");
    }

    @Test
    void afterThatNothingIsToDoAnyMore() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);
        runner("after", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        runner("after", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        assertThat(database.query("select count(*) from waymark_log")).containsExactly("2");
    }

    @Test
    void aChangeOfWhatItRunsIsRefusedAndShown() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        assertThatThrownBy(() -> runner("after", new Sql("create table artists (id bigint)"))
                        .upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessage("""
                        Revision '001' was changed after it had been applied.
                        What ran:
                          create table artists (id integer)
                        What the code would run now:
                          create table artists (id bigint)
                        The database was not touched.
                        To fix this: take the change back and make a new revision of it; or, if the database already is as the changed revision makes it, call accept("001").""");
        assertThat(database.query("select checksum from waymark_revision")).containsExactly("before");
    }

    @Test
    void whatDependsOnDataCannotBeCompared() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        assertThatThrownBy(() -> runner("after", new Asking()).upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessageContaining("What the code would run now: (it depends on data, so it can't be told)");
    }

    @Test
    void codeWithoutChecksumsDoesNotForgetThoseThatAreRecorded() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        runner(null, new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);

        assertThat(database.query("select checksum from waymark_revision")).containsExactly("before");
        assertThat(database.query("select count(*) from waymark_log")).containsExactly("1");
    }

    @Test
    void acceptRecordsItAsTheCodeHasItNow() {
        runner("before", new Sql(CREATE)).upgrade(Runner.EVERY_HEAD);
        Runner changed = runner("after", new Sql("create table artists (id bigint)"));

        changed.accept("001");

        assertThat(changed.upgrade(Runner.EVERY_HEAD).steps()).isEmpty();
        assertThat(database.query("select event from waymark_log order by position"))
                .containsExactly("upgrade", "accept");
    }

    private Runner runner(@Nullable String checksum, SqlMigration migration) {
        RevisionInfo info =
                new RevisionInfo(new RevisionId("001"), List.of(), "Create artists", List.of(), List.of(), true, "");
        Registration registration =
                new Registration(info, Optional.ofNullable(checksum), SqlMigration.class.getName(), () -> migration);
        return new Runner(
                new DatabaseContract.ListedRevisions(List.of(registration)),
                List.of(PostgresDatabase.of(database.dataSource())),
                Settings.defaults(),
                event -> {},
                plan -> {});
    }

    private record Sql(String statement) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(statement);
        }

        @Override
        public void down(SqlContext sql) {}
    }

    private record Asking() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.query("select 1", row -> row.getInt(1));
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
