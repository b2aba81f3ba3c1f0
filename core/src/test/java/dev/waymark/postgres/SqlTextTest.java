package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @Test
    void splitsStatementsAtTheirSemicolonsOnly() throws SQLException {
        assertThat(SqlText.statements("""
                        create table a (b text default ';');
                        -- not; here
                        create function f() returns int language plpgsql as $$ begin return 1; end $$;
                        /* nor; here */ select 1"""))
                .containsExactly(
                        "create table a (b text default ';')",
                        "-- not; here\ncreate function f() returns int language plpgsql as $$ begin return 1; end $$",
                        "/* nor; here */ select 1");
    }

    @Test
    void leavesOutWhatIsOnlyAComment() throws SQLException {
        assertThat(SqlText.statements("select 1; -- the end\n;")).containsExactly("select 1");
    }

    @Test
    void keepsTheBodyOfAnSqlFunctionWhole() throws SQLException {
        String function = "create function f() returns int begin atomic select 1; select 2; end";

        assertThat(SqlText.statements("select 3; " + function)).containsExactly("select 3", function);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "  COMMIT AND CHAIN",
                "-- done\ncommit",
                "/* done */ end",
                "rollback",
                "abort",
                "begin",
                "start  transaction",
                "prepare transaction 'x'",
            })
    void seesWhatBeginsOrEndsATransaction(String statement) {
        assertThat(SqlText.controlsTransaction(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "savepoint a",
                "rollback to savepoint a",
                "rollback to a",
                "release savepoint a",
                "prepare p as select 1",
                "comment on table a is 'commit'",
                "create table begin_here ()",
                "do $$ begin perform 1; end $$",
            })
    void letsEverythingElsePass(String statement) {
        assertThat(SqlText.controlsTransaction(statement)).isFalse();
    }
}
