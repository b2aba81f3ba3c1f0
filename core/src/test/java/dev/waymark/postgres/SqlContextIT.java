package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import java.sql.Connection;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What a migration can do with its context, and what of it is kept in the history. */
class SqlContextIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void executeRunsSeveralStatementsAndCountsTheRowsOfTheLast() {
        List<Integer> counts = new ArrayList<>();

        up(sql -> {
            counts.add(sql.execute("create table genre (name text); insert into genre values ('dub'), ('ska')"));
            counts.add(sql.execute("update genre set name = upper(name); create table other ()"));
            counts.add(sql.execute("delete from genre where name = 'DUB'"));
        });

        assertThat(counts).endsWith(2, 0, 1);
        assertThat(database.query("select name from genre")).containsExactly("SKA");
    }

    @Test
    void theFirstStatementOfAStepIsCountedTooThoughItCarriesTheStepsMarks() {
        database.execute("create table genre (name text); insert into genre values ('dub'), ('ska')");
        List<Integer> counts = new ArrayList<>();

        up(sql -> counts.add(sql.execute("delete from genre")));

        assertThat(counts).endsWith(2);
    }

    @Test
    void executeBindsValuesOfEveryUsualType() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-01-02T03:04:05Z");

        up(sql -> {
            sql.execute("create table t (id uuid, at timestamptz, n bigint, b boolean, s text)");
            sql.execute("insert into t values (?, ?, ?, ?, ?)", id, at, 7L, true, "o'clock");
        });

        assertThat(database.query("select concat_ws(' ', id, at at time zone 'utc', n, b, s) from t"))
                .containsExactly(id + " 2026-01-02 03:04:05 7 t o'clock");
    }

    @Test
    void withoutBindValuesAQuestionMarkIsAnOperator() {
        up(sql -> sql.execute("create table t as select '{\"a\": 1}'::jsonb ? 'a' as found"));

        assertThat(database.query("select found from t")).containsExactly("t");
    }

    @Test
    void queryMapsRows() {
        List<String> names = new ArrayList<>();

        up(sql -> names.addAll(sql.query(
                "select n from unnest(array['a', 'b', 'c']) n where n > ? order by n", row -> row.getString(1), "a")));

        assertThat(names).containsExactly("b", "c");
    }

    @Test
    void scriptRunsAResourceBesideTheMigration() {
        up(sql -> sql.script("genres.sql"));

        assertThat(database.query("select name from genre order by 1")).containsExactly("dub; roots", "ska");
    }

    @Test
    void aMissingScriptIsNamed() {
        assertThatThrownBy(() -> up(sql -> sql.script("no-such.sql")))
                .hasRootCauseMessage("dev.waymark.postgres.SqlContextIT$Only has no resource 'no-such.sql' beside it");
    }

    @Test
    void dslIsJooqInTheStepsTransaction() {
        up(sql -> {
            sql.dsl().createTable("genre").column("name", SQLDataType.VARCHAR).execute();
            sql.dsl().query("insert into genre values ('dub')").execute();
        });

        assertThat(database.query("select name from genre")).containsExactly("dub");
    }

    @Test
    void connectionAllowsSavepoints() {
        up(sql -> {
            Connection connection = sql.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table kept ()");
                Savepoint savepoint = connection.setSavepoint();
                statement.execute("create table dropped ()");
                connection.rollback(savepoint);
            }
        });

        assertThat(database.tables()).containsExactly("kept");
    }

    @Test
    void theHistoryKeepsWhatRanWithItsValues() {
        up(sql -> {
            sql.execute("create table genre (name text)");
            sql.execute("insert into genre values (?)", "o'dub");
            sql.dsl().query("insert into genre values ({0})", DSL.val("ska")).execute();
        });

        assertThat(database.query("select up_sql from waymark_revision")).containsExactly("""
                        create table genre (name text);
                        insert into genre values (('o''dub'));
                        insert into genre values ('ska')""");
    }

    @Test
    void theStepIsSeenInApplicationName() {
        up(sql -> sql.execute("create table t as select current_setting('application_name') as name"));

        assertThat(database.query("select name from t")).containsExactly("PostgreSQL JDBC Driver / waymark up only");
    }

    private void up(Work work) {
        Migrator.postgres(database.dataSource())
                .revisions(new Only(work))
                .build()
                .upgrade();
    }

    private interface Work {

        void run(SqlContext sql) throws Exception;
    }

    @Revision(id = "only")
    record Only(Work work) implements SqlMigration {

        @Override
        public void up(SqlContext sql) throws Exception {
            work.run(sql);
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
