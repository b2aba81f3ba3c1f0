package dev.waymark.postgres;

import static dev.waymark.postgres.PreflightServer.check;
import static dev.waymark.postgres.PreflightServer.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.run.PreflightCheck;
import dev.waymark.run.PreflightCheck.Verdict;
import dev.waymark.run.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the preflight says of what the user may do. */
class PrivilegeChecksIT {

    private final TestDatabase database = PreflightServer.database();

    @Test
    void aServerThatAcceptsNoWrites() throws SQLException {
        database.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));

        assertThat(preflight(database))
                .contains(new PreflightCheck(
                        "writes",
                        Verdict.BLOCKED,
                        "transactions of this user in this database are read-only",
                        "switch default_transaction_read_only off for the user or the database"));
    }

    @Test
    void aUserWhoMayNotCreateTheHistory() throws SQLException {
        database.execute("revoke create on schema public from public");

        assertThat(preflight(database.dataSource("visitor")))
                .contains(
                        new PreflightCheck(
                                "history privileges",
                                Verdict.BLOCKED,
                                "the history tables are not there, and the user may not make them in schema \"public\"",
                                "grant the user CREATE on schema \"public\""),
                        new PreflightCheck(
                                "schema privileges",
                                Verdict.WARNING,
                                "the user may not create in public, the first schema of the search path",
                                "grant the user CREATE on schema public, unless no step needs it"));
    }

    @Test
    void aUserWhoMayNotWriteTheHistory() throws SQLException {
        database.execute(
                "create table waymark_revision (); create table waymark_log (); create table waymark_head (); create table waymark_statement ();"
                        + " grant select, insert on waymark_log to visitor; grant select on waymark_head to visitor");

        assertThat(preflight(database.dataSource("visitor")))
                .contains(new PreflightCheck(
                        "history privileges",
                        Verdict.BLOCKED,
                        "the user may not read and write waymark_head, waymark_revision, waymark_statement in schema \"public\"",
                        "grant the user SELECT, INSERT, UPDATE and DELETE on the history tables"));
    }

    @Test
    void aSchemaOfTheHistoryThatTheUserMayNotUse() throws SQLException {
        database.execute("create schema ops");

        assertThat(preflight(database.dataSource("visitor"), Settings.defaults().withHistory("ops", "waymark")))
                .contains(new PreflightCheck(
                        "history privileges",
                        Verdict.BLOCKED,
                        "the user may not use schema \"ops\"",
                        "grant the user USAGE and CREATE on schema \"ops\""));
    }

    @Test
    void aSchemaOfTheHistoryThatTheUserMayNotMake() throws SQLException {
        Settings elsewhere = Settings.defaults().withHistory("it's", "waymark");

        assertThat(preflight(database.dataSource("visitor"), elsewhere))
                .contains(new PreflightCheck(
                        "history privileges",
                        Verdict.BLOCKED,
                        "there is no schema \"it's\", and the user may not make it",
                        "make that schema, or grant the user CREATE on the database"));
        assertThat(preflight(database.dataSource(), elsewhere))
                .contains(
                        new PreflightCheck("history privileges", Verdict.OK, "the user may make schema \"it's\"", ""));
    }

    @Test
    void aSearchPathThatLeadsNowhere() throws SQLException {
        database.execute("alter database %s set search_path = nowhere".formatted(database.name()));

        assertThat(preflight(database))
                .contains(new PreflightCheck(
                        "schema privileges",
                        Verdict.WARNING,
                        "no schema of the search path is there",
                        "set the search_path of the user, unless every step names its schema"));
    }

    @Test
    void whatTheServerRefusesToTellIsUnknownAndTheRestIsTold() throws SQLException {
        database.execute("revoke select on pg_prepared_xacts from public");

        List<PreflightCheck> found = preflight(database.dataSource("visitor"));

        assertThat(found).hasSize(10);
        assertThat(found)
                .contains(new PreflightCheck(
                        "prepared transactions",
                        Verdict.UNKNOWN,
                        "the server refuses to tell: ERROR: permission denied for view pg_prepared_xacts",
                        "let the user see it (grant pg_monitor)"));
        assertThat(check("writes", found).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aRefusalDoesNotEndTheTransactionThatMayHoldTheLock() throws SQLException {
        database.execute("revoke select on pg_prepared_xacts from public");
        try (Connection connection = database.dataSource("visitor").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(4711)");

            List<PreflightCheck> found = new Preflight(connection, HistoryTables.of(Settings.defaults())).checks();

            assertThat(check("writes", found).verdict()).isEqualTo(Verdict.OK);
            assertThat(check("prepared transactions", found).verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(database.query("select count(*) from pg_locks where locktype = 'advisory' and objid = 4711"))
                    .containsExactly("1");
        }
    }
}
