package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidModelException;
import dev.waymark.schema.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the revisions would still have to do for a model. */
class CheckIT {

    private static final String RECORDINGS = """
            create table recordings (
                id integer primary key,
                title varchar(200) not null,
                state varchar(20) default 'new' check (state in ('new', 'done')));
            create index recordings_state on recordings (state) where state in ('new', 'old');
            create view fresh as select id from recordings where state in ('new', 'old');
            """;

    private final Site site = Site.at(RECORDINGS);

    @Test
    void theSameTextInARevisionAndInTheModelIsNoDifference() {
        Comparison check = site.autogenerate().check(Model.ddl(RECORDINGS));

        assertThat(check).hasToString("No difference between the revisions and the given SQL.");
        assertThat(check.isEmpty()).isTrue();
        assertThat(check.sql()).isEmpty();
    }

    /** As a dump writes it, PostgreSQL prints the list of an IN in another form. */
    @Test
    void aModelThatWasDumpedIsNoDifference() {
        String dumped = """
                create table public.recordings (
                    id integer not null,
                    title character varying(200) not null,
                    state character varying(20) default 'new'::character varying,
                    constraint recordings_state_check check (((state)::text = any ((array['new'::character varying, 'done'::character varying])::text[]))),
                    constraint recordings_pkey primary key (id));
                create index recordings_state on public.recordings using btree (state)
                    where ((state)::text = any ((array['new'::character varying, 'old'::character varying])::text[]));
                create view public.fresh as
                    select id from public.recordings
                    where ((state)::text = any ((array['new'::character varying, 'old'::character varying])::text[]));
                """;

        assertThat(site.autogenerate().check(Model.ddl(dumped)))
                .hasToString("No difference between the revisions and the given SQL.");
    }

    @Test
    void theReportHasAnObjectALine() {
        String model = """
                create table recordings (
                    id bigint primary key,
                    title varchar(200),
                    bpm numeric(6, 2) not null,
                    state varchar(20) default 'old' check (state in ('new', 'done', 'a value that is long enough for it not to be shown')));
                create view fresh as select id from recordings where state in ('new', 'old');
                """;

        Comparison check = site.autogenerate().check(Model.ddl(model));

        assertThat(check).hasToString("""
                8 differences from the revisions to the given SQL:
                ~ column public.fresh.id type integer -> bigint
                + column public.recordings.bpm numeric(6,2)
                ~ column public.recordings.id type integer -> bigint
                ~ default public.recordings.state expression 'new'::character varying -> 'old'::character varying
                + not null public.recordings.bpm
                - not null public.recordings.title
                ~ check public.recordings.recordings_state_check definition differs (made anew)
                - index public.recordings_state""");
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void theStatementsMendItAndLeadBack() {
        Comparison check = site.autogenerate().check(Model.ddl(RECORDINGS + "create table takes (id integer);"));

        assertThat(check.sql()).containsExactly("create table public.takes (\n    id integer\n)");
        assertThat(check.sqlBack()).containsExactly("drop table public.takes");
    }

    @Test
    void itsJsonTellsTheSame() {
        Comparison check = site.autogenerate().check(Model.ddl(RECORDINGS + "create table takes ();"));

        assertThat(check.toJson())
                .isEqualTo(
                        "{\"version\":1,\"from\":\"the revisions\",\"to\":\"the given SQL\",\"equal\":false,\"changes\":["
                                + "{\"kind\":\"table\",\"path\":[\"public\",\"takes\"],\"change\":\"create\",\"to\":{}}],"
                                + "\"sql\":[\"create table public.takes ()\"],\"sqlBack\":[\"drop table public.takes\"],"
                                + "\"renames\":[],\"unmodelled\":[]}");
    }

    @Test
    void whatMayHaveBeenRenamedIsAskedFor() {
        Comparison check = site.autogenerate().check(Model.ddl(RECORDINGS.replace("title", "caption")));

        assertThat(check.toString())
                .contains("\n? Is column public.recordings.caption the former column public.recordings.title (");
    }

    @Test
    void theFilesOfADirectoryAreRunInTheOrderOfTheirNames(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("2.sql"), "create table b (a integer references a)");
        Files.writeString(
                directory.resolve("1.sql"), "set search_path = app; create table public.a (id integer primary key)");
        Files.writeString(directory.resolve("readme.txt"), "no SQL");

        Comparison check = Site.at().autogenerate().check(Model.ddl(directory));

        assertThat(check.sql()).anyMatch(sql -> sql.contains("create table public.b"));
    }

    @Test
    void statementsThatRefuseATransactionAreRunByThemselves() {
        String model = RECORDINGS + "create index concurrently recordings_title on recordings (title);";

        assertThat(site.autogenerate().check(Model.ddl(model)).sql())
                .containsExactly("CREATE INDEX recordings_title ON public.recordings USING btree (title)");
    }

    @Test
    void aFunctionWithABodyOfStatementsMayBeFollowedByOthers() {
        String model = RECORDINGS
                + "create function f() returns integer begin atomic select 1; select 2; end; create schema takes;";

        assertThat(site.autogenerate().check(Model.ddl(model)).diff().changes()).hasSize(2);
    }

    @Test
    void aRefusedStatementIsShown() {
        assertThatThrownBy(() -> site.autogenerate().check(Model.ddl("create table a (); create table b (c nothing);")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("""
                        The model can't be made real: the given SQL: ERROR: type "nothing" does not exist
                          create table b (c nothing)
                        This was in a scratch database, which is gone or empty again. No other database was touched.
                        To fix this: correct the model, or take a scratch database on a server that has what it needs.""");
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void aMissingRoleIsAnErrorWithAdvice() {
        assertThatThrownBy(() ->
                        site.autogenerate().check(Model.ddl("create table a (); grant select on a to nobody_here")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageEndingWith(
                        "To fix this: create the role on the server of the scratch database; a role belongs to a"
                                + " whole server, so Waymark makes none.");
    }

    @Test
    void whatIsExcludedIsNotCompared() {
        Scope scope =
                Scope.ofModel().exclude(ObjectKind.TABLE, "public.legacy_*").exclude(ObjectKind.COLUMN, "*.note");
        Site other =
                Site.at(RECORDINGS + "create table legacy_a (id integer primary key); create index on legacy_a (id);"
                        + "alter table recordings add column note text");

        assertThat(other.autogenerate()
                        .within(scope)
                        .check(Model.ddl(RECORDINGS))
                        .isEmpty())
                .isTrue();
        assertThat(other.autogenerate().check(Model.ddl(RECORDINGS)).isEmpty()).isFalse();
    }

    @Test
    void whatCannotBeComparedIsReportedByName() {
        Site other = Site.at(RECORDINGS + "create type shell");

        Comparison check = other.autogenerate().check(Model.ddl(RECORDINGS));

        assertThat(check.toString()).endsWith("\n! type public.shell was not compared");
        assertThat(check.isEmpty()).isTrue();
    }
}
