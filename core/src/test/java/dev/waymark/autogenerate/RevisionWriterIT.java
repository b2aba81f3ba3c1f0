package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.hazard.Hazards;
import dev.waymark.postgres.SchemaReader;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written compiles without a warning, and does on a server what the statements of the draft do. */
class RevisionWriterIT {

    private static final String BEFORE = """
            create table recordings (
                id integer generated always as identity primary key,
                title character varying(80),
                "odd ""name""\\" text,
                tags jsonb not null default '{}'
            );
            create view titles as select id, title from recordings where title ~ '\\d+\\s"x"' and tags ?| array['a', 'b'];
            create function count_recordings() returns bigint language sql as $$ select count(*) from recordings $$;
            """;

    private static final String AFTER = """
            create type mood as enum ('it''s', E'back\\\\slash', 'snowman ☃');
            create table recordings (
                id bigint generated always as identity primary key,
                title character varying(40) not null,
                tempo numeric(6, 2) check (tempo > 0),
                tags jsonb not null default '{}',
                mood mood,
                constraint tags_are_known_and_the_name_of_this_is_long check (tags ?& array['a'] or not tags ? 'a "quoted"')
            );
            create table sides (recording_id_of_this_side bigint not null references recordings on delete cascade, number integer);
            create index on recordings (title);
            comment on table recordings is E'\\n  two lines \\n\\ttab \""" x"" ""\" \\\\u0041 \\r end  ';
            create function count_recordings() returns bigint language plpgsql as $$
            declare
            \tfound bigint := 1;
            begin
              -- a comment with a ? and a blank at its end\s
            \tselect count(*) into found from recordings where title = E'\\'\\\\' and tags ? 'x';
            \treturn found;
            end
            $$;
            """;

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void whatIsWrittenLeadsThereAndBack() {
        SchemaSnapshot from = made(BEFORE);
        SchemaSnapshot to = made(AFTER);
        database.execute(BEFORE);
        Migrator migrator = migrator(RevisionWriter.write(draft(from, to), "app.revisions"));

        migrator.upgrade();
        assertSame(read(database), to);

        migrator.downgrade("base");
        assertSame(read(database), from);
    }

    @Test
    void theOtherReadingCanTakeThePlaceOfARename() {
        database.execute("create table t (a integer)");
        OtherReading other = new OtherReading(
                "Is column public.t.b the former column public.t.a (85 % alike)?",
                List.of(
                        "alter table public.t drop column a",
                        "alter table public.t add column b text default '" + "a long text ".repeat(20) + "'",
                        "comment on column public.t.b is 'one\ntwo \nthree'"));
        DraftStatement rename =
                new DraftStatement("alter table public.t rename column a to b", List.of(), Optional.of(other));
        DraftStatement back = plain("alter table public.t drop column b");
        RevisionSourceFile written = RevisionWriter.write(
                new Draft("1", List.of(), "Rename it", true, List.of(rename), List.of(back)), "app");
        String text = otherReading(written.text());

        migrator(new RevisionSourceFile("app", written.className(), text)).upgrade();

        assertThat(database.query("select col_description('public.t'::regclass, 2)"))
                .containsExactly("one\ntwo \nthree");
        assertThat(database.query("select pg_get_expr(adbin, adrelid) from pg_attrdef"))
                .containsExactly("'" + "a long text ".repeat(20) + "'::text");
    }

    /** The source as a person would change it. */
    private static String otherReading(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int first = IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).endsWith("take these instead:"))
                        .findFirst()
                        .orElseThrow()
                + 1;
        int active = lines.indexOf("        sql.execute(\"alter table public.t rename column a to b\");");
        for (int at = first; at < active; at++) {
            lines.set(at, lines.get(at).replaceFirst("// ", ""));
        }
        lines.remove(active);
        return String.join("\n", lines);
    }

    @Test
    void fiveThousandStatementsAndAStatementOfAMegabyteAreNotTooMuch() {
        List<DraftStatement> up = IntStream.range(0, 5_000)
                .mapToObj(number -> plain("comment on schema public is '" + number + "'"))
                .collect(Collectors.toCollection(ArrayList::new));
        String body = ("  -- " + "x".repeat(60) + "ä\n").repeat(15_000);
        up.add(plain("create function f() returns integer language sql as $$\n" + body + "select 1\n$$"));
        up.add(plain("comment on function f() is '" + "y".repeat(150_000) + "'"));
        Draft draft = new Draft("1", List.of(), "Much", true, up, List.of(plain("drop function f()")));
        Migrator migrator = migrator(RevisionWriter.write(draft, "app"));

        migrator.upgrade();

        assertThat(database.query("select md5(prosrc) from pg_proc where proname = 'f'"))
                .isEqualTo(database.query("select md5(e'\\n' || repeat('  -- " + "x".repeat(60)
                        + "ä' || e'\\n', 15000) || e'select 1\\n')"));
        assertThat(database.query("select obj_description('f'::regproc) = repeat('y', 150000)"))
                .containsExactly("t");
        assertThat(database.query("select obj_description('public'::regnamespace)"))
                .containsExactly("4999");
    }

    private Migrator migrator(RevisionSourceFile source) {
        return Migrator.postgres(database.dataSource())
                .classLoader(CompiledSource.of(directory, source).loader())
                .build();
    }

    private static Draft draft(SchemaSnapshot from, SchemaSnapshot to) {
        SchemaDiff diff = SchemaDiff.between(from, to);
        return new Draft(
                "010",
                List.of(),
                "Add \"tempo\" & mood */ to @recordings",
                true,
                statements(diff.up(), from, to),
                statements(diff.down(), to, from));
    }

    private static List<DraftStatement> statements(List<DdlStatement> ddl, SchemaSnapshot from, SchemaSnapshot to) {
        return ddl.stream()
                .map(one -> new DraftStatement(one.sql(), Hazards.of(one, from, to), Optional.empty()))
                .toList();
    }

    private static DraftStatement plain(String sql) {
        return new DraftStatement(sql, Collections.emptyList(), Optional.empty());
    }

    private static SchemaSnapshot made(String sql) {
        TestDatabase made = TestDatabase.create();
        made.execute(sql);
        return read(made);
    }

    private static void assertSame(SchemaSnapshot is, SchemaSnapshot should) {
        assertThat(is.text()).isEqualTo(should.text());
    }

    private static SchemaSnapshot read(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return SchemaReader.read(connection, SnapshotOptions.structure());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
