package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken for a rename, and what becomes of one that is accepted. */
class RenamesIT {

    private static final Stage STAGE = Stage.open();

    @BeforeEach
    void clear() {
        STAGE.clear();
    }

    static Stream<Arguments> kinds() {
        return Stream.concat(tables(), others());
    }

    private static Stream<Arguments> tables() {
        return Stream.of(
                kind("schema library", "create schema %s; create table %1$s.t (a integer)", "library", "shelves"),
                kind("table public.books", "create table %s (a integer, b text)", "books", "volumes"),
                kind("column public.t.title", "create table t (a integer, %s text)", "title", "heading"),
                kind("column public.v.title", "create view v as select 1 as %s", "title", "heading"),
                kind("column public.c.title", "create type c as (%s text)", "title", "heading"),
                kind("index public.one", "create table t (a integer); create index %s on t (a)", "one", "other"),
                kind("primary key public.t.one", "create table t (a int constraint %s primary key)", "one", "other"),
                kind("unique public.t.one", "create table t (a int constraint %s unique)", "one", "other"),
                kind("check public.t.one", "create table t (a int constraint %s check (a > 0))", "one", "other"),
                kind(
                        "exclusion public.t.one",
                        "create table t (a int4range, constraint %s exclude using gist (a with &&))",
                        "one",
                        "other"),
                kind(
                        "foreign key public.t.one",
                        "create table p (a int primary key); create table t (a int constraint %s references p)",
                        "one",
                        "other"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                kind("enum public.mood", "create type %s as enum ('a'); create table t (a %1$s)", "mood", "temper"),
                kind("domain public.email", "create domain %s as text; create table t (a %1$s)", "email", "mail"),
                kind(
                        "domain check public.d.one",
                        "create domain d as text constraint %s check (value <> '')",
                        "one",
                        "b"),
                kind("composite type public.c", "create type %s as (a text); create table t (a %1$s)", "c", "d"),
                kind("sequence public.one", "create sequence %s cache 7", "one", "other"),
                kind("view public.one", "create view %s as select 1 as a", "one", "other"),
                kind("materialized view public.one", "create materialized view %s as select 1 as a", "one", "other"),
                kind(
                        "function public.b.\"integer\"",
                        "create function %s(integer) returns int language sql as 'select $1'",
                        "b",
                        "c"),
                kind("procedure public.b.\"\"", "create procedure %s() language sql as 'select 1'", "b", "c"),
                kind(
                        "trigger public.t.b",
                        "create table t (a integer); create trigger %s before update on t for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "b",
                        "\"C c\""),
                kind("policy public.t.one", "create table t (a integer); create policy %s on t", "one", "other"));
    }

    private static Arguments kind(String object, String ddl, String before, String after) {
        return Arguments.of(object, ddl.formatted(before), ddl.formatted(after));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isProposedAndAppliedAndTakenBack(String object, String before, String after) {
        SchemaSnapshot goal = schema(after);
        SchemaSnapshot start = schema(before);

        List<Rename> accepted = acceptAll(goal);

        assertThat(accepted.get(0).object()).hasToString(object);
        assertThat(SchemaDiff.between(STAGE.snapshot(), goal).changes()).isEmpty();

        for (int at = accepted.size() - 1; at >= 0; at--) {
            STAGE.run(accepted.get(at).reversed().statement().sql());
        }

        assertThat(STAGE.snapshot()).isEqualTo(start);
    }

    @Test
    void valuesOfEnumsAreProposedInTheirPlaces() {
        SchemaSnapshot goal = schema("create type mood as enum ('glum', 'ok', 'it''s fine')");
        schema("create type mood as enum ('sad', 'ok', 'happy'); create table t (a mood default 'happy')");

        List<Rename> accepted = acceptAll(goal);

        ObjectId mood = ObjectId.of(ObjectKind.ENUM, "public", "mood");
        assertThat(accepted)
                .containsExactlyInAnyOrder(
                        Rename.ofValue(mood, "sad", "glum"), Rename.ofValue(mood, "happy", "it's fine"));
        assertThat(STAGE.snapshot().find(mood)).isEqualTo(goal.find(mood));
    }

    @Test
    void whatATableTakesItsNameFromIsAskedAfterTheTable() {
        SchemaSnapshot goal = schema("create table sheets (id serial primary key, a text unique);"
                + "create table volumes (id serial primary key, b date)");
        schema("create table books (id serial primary key, b date);"
                + "create table pages (id serial primary key, a text unique)");

        List<String> accepted = acceptAll(goal).stream()
                .map(rename -> rename.object() + " " + rename.to())
                .toList();

        assertThat(accepted)
                .containsExactly(
                        "table public.books volumes",
                        "table public.pages sheets",
                        "sequence public.pages_id_seq sheets_id_seq",
                        "sequence public.books_id_seq volumes_id_seq",
                        "primary key public.sheets.pages_pkey sheets_pkey",
                        "unique public.sheets.pages_a_key sheets_a_key",
                        "primary key public.volumes.books_pkey volumes_pkey");
        assertThat(SchemaDiff.between(STAGE.snapshot(), goal).changes()).isEmpty();
    }

    @Test
    void rowsOutliveTheRenameOfAColumnAndAChangeOfItsType() {
        SchemaSnapshot goal = schema("create table books (id integer, heading text not null)");
        schema("create table books (id integer, title varchar(20) not null); insert into books values (1, 'Emma')");

        assertThat(acceptAll(goal))
                .containsExactly(Rename.of(ObjectId.of(ObjectKind.COLUMN, "public", "books", "title"), "heading"));

        STAGE.apply(SchemaDiff.between(STAGE.snapshot(), goal).up());

        assertThat(STAGE.snapshot().text()).isEqualTo(goal.text());
        assertThat(STAGE.query("select heading from books")).containsExactly("Emma");
    }

    @Test
    void ofSeveralThatAreAlikeThePlaceAndTheNameDecide() {
        assertThat(questions(
                        "create table t (a integer, first_name text, last_name text)",
                        "create table t (a integer, given_name text, surname text, x text)"))
                .containsExactly(
                        "Is column public.t.given_name the former column public.t.first_name (88 % alike)?",
                        "Is column public.t.surname the former column public.t.last_name (87 % alike)?");
        assertThat(questions(
                        "create sequence book_numbers; create sequence page_numbers",
                        "create sequence page_counts; create sequence book_counts"))
                .containsExactly(
                        "Is sequence public.book_counts the former sequence public.book_numbers (100 % alike)?",
                        "Is sequence public.page_counts the former sequence public.page_numbers (100 % alike)?");
    }

    @Test
    void unlikeThingsAreNotProposed() {
        assertThat(questions(
                        "create table books (id integer, title text)", "create table people (id integer, age date)"))
                .isEmpty();
        assertThat(questions("create table t (a integer, b text)", "create table t (a integer, c date)"))
                .isEmpty();
        assertThat(questions(
                        "create schema a; create table a.t (b int)", "create schema b; create view b.v as select 1"))
                .isEmpty();
        assertThat(questions(
                        "create function f() returns int language sql as 'select 1'",
                        "create function g() returns int language sql as 'select 2'"))
                .isEmpty();
        assertThat(questions(
                        "create function f(a int) returns int language sql as 'select 1'",
                        "create function g(a text) returns int language sql as 'select 1'"))
                .isEmpty();
        assertThat(questions(
                        "create table t (a int, b int); create index i on t (a)",
                        "create table t (a int, b int); create index j on t (b)"))
                .isEmpty();
        assertThat(questions(
                        "create domain a as text check (value <> '')", "create domain b as text check (value > 'a')"))
                .isEmpty();
        assertThat(questions(
                        "create table t (a int check (a > 0))",
                        "create table t (a int constraint other check (a > 1))"))
                .isEmpty();
    }

    @Test
    void namesThatAreThereBeforeAndAfterAreNotProposed() {
        assertThat(questions("create table t (a integer, b text)", "create table t (b integer, a text)"))
                .isEmpty();
        assertThat(questions(
                        "create table a (x integer); create table b (y text)",
                        "create table b (x integer); create table a (y text)"))
                .isEmpty();
    }

    @Test
    void whatWasRefusedIsNotAskedAgain() {
        SchemaSnapshot goal = schema("create table t (a integer, heading text)");
        SchemaSnapshot start = schema("create table t (a integer, title text)");
        Rename rename = Rename.of(ObjectId.of(ObjectKind.COLUMN, "public", "t", "title"), "heading");

        assertThat(Renames.candidates(start, goal, Set.of(rename))).isEmpty();
    }

    /** Applies what is proposed until nothing is. */
    private static List<Rename> acceptAll(SchemaSnapshot goal) {
        List<Rename> accepted = new ArrayList<>();
        List<RenameCandidate> candidates = Renames.candidates(STAGE.snapshot(), goal, Set.of());
        while (!candidates.isEmpty()) {
            for (RenameCandidate candidate : candidates) {
                STAGE.run(candidate.rename().statement().sql());
                accepted.add(candidate.rename());
            }
            candidates = Renames.candidates(STAGE.snapshot(), goal, Set.of());
        }
        return accepted;
    }

    private static List<String> questions(String before, String after) {
        SchemaSnapshot goal = schema(after);
        return Renames.candidates(schema(before), goal, Set.of()).stream()
                .map(RenameCandidate::question)
                .toList();
    }

    /** What is left on the stage, and nothing else is. */
    private static SchemaSnapshot schema(String ddl) {
        return STAGE.clear().run(ddl).snapshot();
    }
}
