package dev.waymark.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the statements that lead from one schema to another. */
class HazardsIT {

    /**
     * A change and its hazards.
     *
     * @param name what it is about
     * @param before DDL of the schema before
     * @param after DDL of the schema after
     * @param hazards what is expected: {@code KIND first words of the reason}, a line each
     */
    private record Change(String name, String before, String after, String hazards) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String USED = "create table t (id integer, name text);";

    static List<Change> harmless() {
        return List.of(
                harmless("a new table with everything", "", USED + """
                        create table u (id integer primary key, t integer unique, r double precision default random());
                        alter table u add check (t > 0), add foreign key (t) references u (t);
                        create index on u (t);
                        create materialized view m as select * from u;
                        create index on m (id)
                        """),
                harmless("a column", USED, USED + "alter table t add column c integer"),
                harmless("a column with a constant default", USED, """
                        create table t (id integer, name text, at timestamptz not null default now(), s text default 'random()')
                        """),
                harmless("a column with the default of a steady function", USED + STEADY, USED + STEADY + """
                        alter table t add column n integer default steady()
                        """),
                harmless(
                        "a check not yet valid",
                        USED,
                        USED + "alter table t add constraint c check (id > 0) not valid"),
                harmless(
                        "a check that is validated",
                        USED + "alter table t add constraint c check (id > 0) not valid",
                        USED + "alter table t add constraint c check (id > 0)"),
                harmless(
                        "a foreign key not yet valid",
                        USED + OTHER,
                        USED + OTHER + "alter table t add constraint f foreign key (id) references other not valid"),
                harmless(
                        "not null that a check has proved",
                        USED + "alter table t add constraint c check (\"id\" is not null)",
                        USED + "alter table t add constraint c check (id is not null), alter column id set not null"),
                harmless("a default", USED, USED + "alter table t alter column id set default random() * 10"),
                harmless("a dropped constraint", USED + "alter table t add check (id > 0)", USED),
                harmless("an index on a partitioned table that is empty", PARTITIONED, PARTITIONED + """
                        create index i on p (id)
                        """),
                harmless("a new partition", PARTITIONED, PARTITIONED + ONE),
                harmless("a value of an enum", MOOD, MOOD + "alter type mood add value 'fine'"),
                harmless("a replaced view", USED + "create view v as select id from t", USED + """
                        create view v as select id, name from t
                        """),
                harmless("a comment", USED, USED + "comment on table t is 'rewritten: alter table t set logged'"),
                harmless("storage parameters", USED, USED + "alter table t set (fillfactor = 70)"));
    }

    private static Change harmless(String name, String before, String after) {
        return new Change(name, before, after, "");
    }

    private static final String STEADY =
            "create function steady() returns integer language sql stable as 'select 1 /* VOLATILE */';";

    private static final String OTHER = "create table other (id integer primary key);";

    private static final String PARTITIONED =
            "create table p (id integer not null, name text) partition by range (id);";

    private static final String ONE = "create table p1 partition of p for values from (1) to (10);";

    private static final String MOOD = "create type mood as enum ('sad', 'ok');";

    static List<Change> losses() {
        return List.of(
                new Change("a dropped table", USED, "", "LOSES_DATA All rows of table public.t are lost."),
                new Change("a dropped column", USED, "create table t (id integer)", """
                        LOSES_DATA What is in column public.t.name is lost.
                        """),
                new Change(
                        "a dropped computed column",
                        USED + "alter table t add c integer generated always as (id * 2) stored",
                        USED,
                        "BREAKS_RUNNING_CODE Code that uses column public.t.c fails from here on."),
                new Change("a dropped sequence", "create sequence s", "", "LOSES_DATA How far sequence public.s has"),
                new Change(
                        "a dropped materialized view",
                        "create materialized view m as select 1 as one",
                        "",
                        "LOSES_DATA The rows of materialized view public.m are lost;"),
                new Change("a removed value of an enum", MOOD + "create table f (m mood)", """
                        create type mood as enum ('ok', 'fine'); create table f (m mood)
                        """, """
                        LOSES_DATA Enum public.mood loses 'sad';
                        REWRITES Every row of table public.f is written again
                        """),
                new Change("a table that is partitioned from now on", USED, """
                        create table t (id integer) partition by range (id)
                        """, """
                        LOSES_DATA Table public.t is made anew, and what is in the columns name is lost.
                        REWRITES Table public.t is made anew and every row copied
                        """),
                new Change(
                        "a column whose values are computed from now on",
                        USED,
                        "create table t (id integer, name text generated always as ('n' || id) stored)",
                        """
                        LOSES_DATA What is in column public.t.name is lost.
                        REWRITES Every row of table public.t is written again while nobody can use it, since the values are stored.
                        """));
    }

    static List<Change> narrowings() {
        return List.of(
                narrows("varchar(20)", "varchar(10)", "A text of more than 10 characters makes it fail."),
                narrows("text", "varchar(10)", "A text of more than 10 characters makes it fail."),
                narrows("numeric(10,2)", "numeric(8,2)", "A number that is too large for numeric(8, 2) makes it fail."),
                narrows("numeric(10,2)", "numeric(10,1)", "Numbers are rounded to numeric(10, 1)."),
                narrows("numeric(10,2)", "integer", "Numbers are rounded to integer."),
                narrows(
                        "numeric",
                        "numeric(10,2)",
                        "Numbers are rounded to numeric(10, 2). A number that is too large"),
                narrows("bigint", "integer", "A number that is too large for integer makes it fail."),
                narrows("bigint", "double precision", "Numbers are rounded to double precision."),
                narrows("double precision", "real", "Numbers are rounded to real."),
                narrows("double precision", "numeric(20,2)", "Numbers are rounded to numeric(20, 2)."),
                narrows("integer", "numeric(9,0)", "A number that is too large for numeric(9, 0) makes it fail."),
                narrows("timestamp", "timestamp(3)", "Fractions of seconds are rounded to 3 digits."),
                narrows("timestamp", "date", "The time of day is lost."),
                narrows("timestamp", "timestamptz", "Times are converted by the TimeZone of the session that runs it."),
                narrows("json", "jsonb", "The order of keys, repeated keys and blanks are lost."),
                narrows("text", "integer", "A value that can't be read as integer makes it fail."),
                narrows("integer", "positive", "A value that the domain refuses makes it fail."));
    }

    private static final String POSITIVE = "create domain positive as integer check (value > 0);";

    private static Change narrows(String from, String to, String reason) {
        return new Change(
                from + " to " + to,
                POSITIVE + "create table t (c " + from + ")",
                POSITIVE + "create table t (c " + to + ")",
                "NARROWS_DATA Column public.t.c becomes %s. %s\nREWRITES Every row of table public.t is written again"
                        .formatted(printed(to), reason));
    }

    /** As PostgreSQL prints it. */
    private static String printed(String type) {
        return type.replace("varchar", "character varying")
                .replace("timestamptz", "timestamp with time zone")
                .replaceAll("^timestamp(\\(3\\))?$", "timestamp$1 without time zone")
                .replace("positive", "public.positive");
    }

    static List<Change> widenings() {
        return List.of(
                widens("integer", "bigint"),
                widens("integer", "numeric(10,0)"),
                widens("integer", "double precision"),
                widens("smallint", "real"),
                widens("numeric(6,2)", "numeric(7,3)"),
                widens("integer", "text"),
                widens("date", "timestamp"),
                widens("char(3)", "varchar(3)"));
    }

    private static Change widens(String from, String to) {
        return new Change(
                from + " to " + to,
                "create table t (c " + from + ")",
                "create table t (c " + to + ")",
                "REWRITES Every row");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"harmless", "losses", "narrowings"})
    void says(Change change) {
        assertSaid(change);
    }

    static List<Change> locks() {
        return List.of(
                new Change("not null", USED, USED + "alter table t alter column id set not null", """
                        SCANS_UNDER_LOCK Every row of table public.t is read while nobody can use it; one without a value for id
                        """),
                new Change("a check", USED, USED + "alter table t add check (id > 0)", """
                        SCANS_UNDER_LOCK Every row of table public.t is read while nobody can use it.
                        """),
                new Change(
                        "a foreign key",
                        USED + OTHER,
                        USED + OTHER + """
                        alter table t add foreign key (id) references other
                        """,
                        "BLOCKS_WRITES Nobody can write to table public.t and to table public.other while"),
                new Change(
                        "a foreign key to a new table",
                        USED,
                        USED + OTHER + """
                        alter table t add foreign key (id) references other
                        """,
                        "BLOCKS_WRITES Nobody can write to table public.t while"),
                new Change("a unique constraint", USED, USED + "alter table t add unique (id)", """
                        SCANS_UNDER_LOCK An index is built over every row of table public.t while nobody can use it.
                        """),
                new Change("an index", USED, USED + "create index on t (id)", """
                        BLOCKS_WRITES Nobody can write to table public.t while the index is built.
                        """),
                new Change("a dropped index", USED + "create index on t (id)", USED, """
                        BLOCKS_READS It waits for every query of table public.t,
                        """),
                new Change(
                        "another index under the same name",
                        USED + "create index i on t (id)",
                        USED + "create index i on t (name)",
                        "BLOCKS_WRITES Nobody can write to table public.t while the index is built. Until then nobody"),
                new Change(
                        "a column that has to have a value", USED, USED + "alter table t add c integer not null", """
                        BREAKS_RUNNING_CODE It fails if table public.t has rows,
                        """),
                new Change(
                        "a column with another default for each row",
                        USED,
                        USED + """
                        alter table t add c uuid default gen_random_uuid()
                        """,
                        "REWRITES Every row of table public.t is written again while nobody can use it, since its default"),
                new Change(
                        "a column with the default of a volatile function",
                        USED + VOLATILE,
                        USED + VOLATILE + """
                        alter table t add column n integer default moody()
                        """,
                        "REWRITES Every row of table public.t is written again while nobody can use it, since its default"),
                new Change(
                        "an identity column",
                        USED,
                        USED + "alter table t add n integer generated always as identity",
                        """
                        REWRITES Every row of table public.t is written again while nobody can use it, since each gets a number.
                        """),
                new Change(
                        "a column of a domain with a check",
                        POSITIVE + USED,
                        POSITIVE + USED + """
                        alter table t add n positive
                        """,
                        "REWRITES Every row of table public.t is written again while nobody can use it, since the type"),
                new Change("a table without a log", USED, USED + "alter table t set unlogged", """
                        REWRITES Every row of table public.t is written again while nobody can use it. After a crash
                        """),
                new Change(
                        "a check of a domain that a table has",
                        "create domain d as integer; create table t (c d)",
                        "create domain d as integer check (value > 0); create table t (c d)",
                        "BLOCKS_WRITES Nobody can write to the tables that have columns of domain public.d"),
                new Change("row security", USED, USED + "alter table t enable row level security", """
                        BREAKS_RUNNING_CODE All but the owner of table public.t see only
                        """));
    }

    private static final String VOLATILE =
            "create function moody() returns integer language sql as 'select 1 /* STABLE */';";

    static List<Change> partitionsAndViews() {
        String table = PARTITIONED + "create table p1 (id integer not null, name text);";
        String attached = "alter table p attach partition p1 for values from (1) to (10);";
        String other = "create table pd partition of p default;";
        return List.of(
                new Change("an attached table", table, table + attached, """
                        SCANS_UNDER_LOCK Every row of table public.p1 is read
                        """),
                new Change("a partition beside that for all else", PARTITIONED + other, PARTITIONED + other + ONE, """
                        SCANS_UNDER_LOCK Every row of table public.pd is read
                        """),
                new Change("a detached partition", table + attached, table, """
                        BREAKS_RUNNING_CODE Whoever reads public.p no longer sees the rows of public.p1.
                        """),
                new Change("a dropped view", "create view v as select 1 as one", "", """
                        BREAKS_RUNNING_CODE Code that uses view public.v fails from here on.
                        """),
                new Change(
                        "a materialized view with another query",
                        "create materialized view m as select 1 as one",
                        "create materialized view m as select 2 as one",
                        "BLOCKS_READS Nobody can read materialized view public.m while its query runs."),
                new Change(
                        "a materialized view that gets its rows",
                        "create materialized view m as select 1 as one with no data",
                        "create materialized view m as select 1 as one",
                        "BLOCKS_READS Nobody can read materialized view public.m while its query runs."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"locks", "partitionsAndViews", "widenings"})
    void saysWhoHasToWait(Change change) {
        assertSaid(change);
    }

    private static void assertSaid(Change change) {
        Judged judged = Judged.of(change.before(), change.after());
        List<String> expected = change.hazards().lines().map(String::strip).toList();
        List<String> said = judged.hazards()
                .map(hazard -> hazard.kind() + " " + hazard.reason())
                .toList();
        assertThat(said)
                .as(() -> judged.diff().up().stream().map(one -> one.sql()).collect(Collectors.joining(";\n")))
                .hasSameSizeAs(expected);
        for (int at = 0; at < expected.size(); at++) {
            assertThat(said.get(at)).startsWith(expected.get(at));
        }
    }
}
