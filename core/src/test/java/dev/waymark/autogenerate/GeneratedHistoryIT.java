package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.postgres.Scratch;
import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application's life: each change of its model becomes revisions, which are compiled and run. */
class GeneratedHistoryIT {

    private static final String BEGIN = """
            import dev.waymark.Revision;
            import dev.waymark.postgres.SqlContext;
            import dev.waymark.postgres.SqlMigration;

            /** Begin. */
            @Revision(id = "001", message = "Begin")
            public final class R001Begin implements SqlMigration {
                @Override
                public void up(SqlContext sql) {}

                @Override
                public void down(SqlContext sql) {}
            }
            """;

    private static final List<String> MODELS = List.of("""
            create type state as enum ('new', 'done');
            create table artists (id integer generated always as identity primary key, name varchar(100) not null);
            create table albums (
                id bigserial primary key,
                artist integer not null references artists on delete cascade,
                title text,
                state state not null default 'new',
                kind varchar(10) check (kind in ('lp', 'ep')));
            create index on albums (artist) where state in ('new');
            create view titles as select a.name, b.title from artists a join albums b on b.artist = a.id;
            """, """
            create type state as enum ('new', 'mixed', 'done');
            create table artists (id integer generated always as identity primary key, name varchar(200) not null);
            create table records (
                id bigserial primary key,
                artist integer not null references artists on delete cascade,
                caption text,
                state state not null default 'mixed',
                kind varchar(10) check (kind in ('lp', 'ep', 'cd')),
                length interval);
            create index on records (artist) where state in ('mixed');
            create view titles as select a.name, b.caption, b.length from artists a join records b on b.artist = a.id;
            comment on view titles is 'What there is';
            """, """
            create type state as enum ('new', 'done');
            create table artists (id bigint generated always as identity primary key, name text not null);
            create table records (
                id bigserial primary key,
                artist bigint not null references artists,
                state state not null default 'new');
            """);

    private final TestDatabase live = TestDatabase.create();
    private final TestDatabase empty = TestDatabase.create();
    private final List<RevisionSourceFile> sources = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void eachChangeOfTheModelBecomesRevisionsThatRun() throws IOException {
        sources.add(new RevisionSourceFile("", "R001Begin", BEGIN));
        List<Integer> counts = new ArrayList<>();
        for (String model : MODELS) {
            Generated generated = autogenerate(compiled()).revision(Model.ddl(model), "Follow", options());
            sources.addAll(generated.files());
            counts.add(generated.files().size());
            Migrator migrator = compiled();
            migrator.upgrade();

            assertThat(autogenerate(migrator).check(Model.ddl(model)).toString())
                    .startsWith("No difference");
            assertThat(autogenerate(migrator).drift().toString()).startsWith("No difference");
        }

        assertThat(counts).containsExactly(1, 2, 2);
        compiled().downgrade("base");
        assertThat(live.tables()).isEmpty();
        assertThat(live.query("select 1 from pg_type where typname = 'state'")).isEmpty();
        assertThat(empty.tables()).isEmpty();
    }

    private static RevisionOptions options() {
        return RevisionOptions.inPackage("").withAsking(candidate -> RenameAnswer.YES);
    }

    private Autogenerate autogenerate(Migrator migrator) {
        return migrator.autogenerate(
                Scratch.in("postgresql://postgres@localhost:%d/%s".formatted(empty.port(), empty.name())));
    }

    private Migrator compiled() throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        return Migrator.postgres(live.dataSource())
                .classLoader(CompiledSource.of(classes, sources.toArray(RevisionSourceFile[]::new))
                        .loader())
                .build();
    }
}
