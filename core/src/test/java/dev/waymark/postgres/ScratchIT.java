package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.AuthenticationFailedException;
import dev.waymark.error.InvalidModelException;
import dev.waymark.error.ScratchException;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Empty databases, and what becomes of them. */
class ScratchIT {

    private static final String EVERYTHING = """
            create extension if not exists pg_trgm;
            create schema app;
            create type app.mood as enum ('a', 'b');
            create table app.t (id serial primary key, m app.mood);
            create table plain (id integer generated always as identity);
            create view v as select * from plain;
            create function f() returns event_trigger language plpgsql as 'begin end';
            create event trigger watch on ddl_command_end execute function f();
            create publication everything for all tables;
            create subscription elsewhere connection 'dbname=nowhere' publication p with (connect = false);
            create foreign data wrapper wrapper;
            create server server foreign data wrapper wrapper;
            create domain d as integer check (value > 0);
            create type pair as (a integer, b d);
            create table parent (k integer) partition by range (k);
            create table part partition of parent for values from (1) to (10);
            create materialized view m as select 1 as one;
            create aggregate most (integer) (sfunc = int4larger, stype = integer);
            create operator === (leftarg = integer, rightarg = integer, function = int4eq);
            create statistics s on k, (k * 2) from parent;
            create collation german (provider = icu, locale = 'de');
            create procedure p() language sql as 'select 1';
            create text search configuration words (copy = simple);
            create foreign table far (a integer) server server;
            create function g(app.mood) returns integer language sql return 1;
            create cast (app.mood as integer) with function g(app.mood);
            create access method other type index handler bthandler;
            create language other handler plpgsql_call_handler;
            comment on schema public is 'mine';
            select lo_create(4711);
            alter default privileges grant select on tables to public;
            alter default privileges revoke execute on functions from public;
            """;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void databasesOfAServerAreDroppedWhateverIsInThem() {
        String name;
        try (ScratchDatabase scratch =
                Scratch.onServer(url("postgres", "postgres")).open()) {
            name = scratch.toString();
            scratch.script("everything", EVERYTHING);
            assertThat(scratches()).hasSize(1);
        }

        assertThat(name).startsWith("database 'waymark_scratch_").contains("' on localhost:");
        assertThat(scratches()).isEmpty();
    }

    @Test
    void aNamedDatabaseIsEmptiedWhateverIsInIt() {
        Scratch scratch = Scratch.in(url("postgres", database.name()));
        SchemaSnapshot empty;
        try (ScratchDatabase first = scratch.open()) {
            empty = first.snapshot(SnapshotOptions.complete());
            first.script("everything", EVERYTHING);
        }

        try (ScratchDatabase second = scratch.open()) {
            assertThat(second.snapshot(SnapshotOptions.complete()).text()).isEqualTo(empty.text());
        }
        assertThat(database.query("select count(*) from pg_default_acl")).containsExactly("0");
        assertThat(database.query("select count(*) from pg_largeobject_metadata"))
                .containsExactly("0");
    }

    @Test
    void aDatabaseThatIsNotEmptyIsRefusedAndLeftAsItIs() {
        database.execute("create table precious (); create table waymark_log ()");

        assertThatThrownBy(() -> Scratch.in(url("postgres", database.name())).open())
                .isInstanceOf(ScratchException.class)
                .hasMessage("""
                        What is to be a scratch database, database '%s' on localhost:%d, is not empty: it has table public.precious, table public.waymark_log.
                        The database was not touched.
                        To fix this: name a database that is empty and that nothing else uses; what Waymark puts there, it drops.""".formatted(database.name(), database.port()));
        assertThat(database.tables()).containsExactly("precious");
    }

    @Test
    void databasesThatAreGivenAreEmptiedToo() {
        Scratch scratch = Scratch.of(database::dataSource);
        try (ScratchDatabase first = scratch.open()) {
            first.script("a table", "create table t (); create table u ()");
        }

        assertThat(database.tables()).isEmpty();
    }

    @Test
    void whoMayNotCreateDatabasesIsToldOfOtherWays() {
        database.execute("drop role if exists humble; create role humble login");

        assertThatThrownBy(
                        () -> Scratch.onServer(url("humble", database.name())).open())
                .isInstanceOf(ScratchException.class)
                .hasMessageContaining("permission denied to create database")
                .hasMessageContaining("Scratch.in(url)")
                .hasMessageContaining("Scratch.of(...)");
        database.execute("drop role humble");
    }

    @Test
    void whoOwnsADatabaseMayUseItThoughHeIsNoSuperuser() {
        database.execute("drop role if exists owner; create role owner login; alter database %s owner to owner"
                .formatted(database.name()));
        Scratch scratch = Scratch.in(url("owner", database.name()));
        for (int round = 0; round < 2; round++) {
            try (ScratchDatabase open = scratch.open()) {
                open.script(
                        "tables",
                        "create table t (id serial); create schema app create table u (); comment on schema app is 'x'");
            }
        }

        assertThat(database.tables()).isEmpty();
        database.execute(
                "alter database %s owner to postgres; drop owned by owner; drop role owner".formatted(database.name()));
    }

    @Test
    void aServerThatLetsNobodyInIsNoScratch() {
        assertThatThrownBy(
                        () -> Scratch.onServer(url("nobody_here", "postgres")).open())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void whatADumpWritesForPsqlIsPassedOver() {
        try (ScratchDatabase scratch =
                Scratch.onServer(url("postgres", "postgres")).open()) {
            scratch.script("dump.sql", "\\restrict abc\ncreate table t ();\n\\unrestrict abc\n");

            assertThat(scratch.snapshot(SnapshotOptions.structure()).objects()).isNotEmpty();
        }
    }

    @Test
    void aRefusedStatementIsNamedAmongMany() {
        try (ScratchDatabase scratch =
                Scratch.onServer(url("postgres", "postgres")).open()) {
            assertThatThrownBy(() -> scratch.script("x.sql", "create table a (); select 1/0; create table b ()"))
                    .isInstanceOfSatisfying(InvalidModelException.class, e -> {
                        assertThat(e.statement()).isEqualTo("select 1/0");
                        assertThat(e.sqlState()).isEqualTo("22012");
                    });
        }
    }

    private List<String> scratches() {
        return database.query("select datname from pg_database where datname like 'waymark_scratch_%'");
    }

    private String url(String user, String name) {
        return "postgresql://%s@localhost:%d/%s".formatted(user, database.port(), name);
    }
}
