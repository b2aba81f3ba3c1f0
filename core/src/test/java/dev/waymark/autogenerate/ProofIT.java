package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.ProofFailedException;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.run.Settings;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does not do what it should is not handed over. */
class ProofIT {

    private static final String BEFORE = "create table t (id integer primary key, name text not null)";
    private static final String AFTER = "create table t (id integer primary key, name text not null, note text)";
    private static final String UP = "alter table t add column note text";
    private static final String DOWN = "alter table t drop column note";

    private final Site site = Site.at(BEFORE);
    private final Workshop workshop = new Workshop(
            site,
            PostgresDatabase.of(site.database().dataSource()),
            Settings.defaults(),
            site.scratch(),
            Scope.ofModel());

    @Test
    void whatLeadsThereAndBackHolds() {
        assertThat(walk(List.of(UP), List.of(DOWN))).isEmpty();
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void aWayUpThatEndsElsewhereDoesNotHold() {
        assertThatThrownBy(() -> walk(List.of(UP + "[]"), List.of(DOWN)))
                .isInstanceOf(ProofFailedException.class)
                .hasMessage("""
                        The generated revision does not lead where it should: after the way up this would still be to do:
                          ~ column public.t.note type text[] -> text
                        This was in a scratch database, which is gone or empty again. No other database was touched, and no source was written.
                        To fix this: write this revision by hand, or leave what can't be generated out of the comparison (Scope.exclude); and report it, since it should not happen.""");
    }

    @Test
    void aWayDownThatEndsElsewhereDoesNotHold() {
        assertThatThrownBy(() -> walk(List.of(UP), List.of(DOWN, "alter table t alter name drop not null")))
                .isInstanceOf(ProofFailedException.class)
                .hasMessageContaining("after the way down this would still be to do:\n  + not null public.t.name");
    }

    @Test
    void aWayThatCannotBeGoneTwiceDoesNotHold() {
        String once = "create role waymark_once";
        try {
            assertThatThrownBy(() -> walk(List.of(UP, once), List.of(DOWN)))
                    .isInstanceOfSatisfying(ProofFailedException.class, e -> {
                        assertThat(e.getMessage()).contains("fails on the second way up: ERROR: role");
                        assertThat(e.statement()).isEqualTo(once);
                    });
        } finally {
            site.database().execute("drop role if exists waymark_once");
        }
    }

    @Test
    void rowsHaveToBeThereAfterwards() {
        assertThatThrownBy(() -> walk(List.of(UP, "delete from t where id = 2"), List.of(DOWN)))
                .isInstanceOf(ProofFailedException.class)
                .hasMessageContaining(
                        "after the way up this would still be to do:\n  the row of public.t: (2,a2) is to be there");
    }

    @Test
    void valuesOfColumnsThatAreDroppedNeedNotBeThere() {
        SchemaSnapshot less = made("create table t (id integer primary key)");

        List<String> notes = new Proof(
                        workshop,
                        List.of(draft(
                                List.of("alter table t drop column name"),
                                List.of("alter table t add column name text not null"))),
                        made(BEFORE),
                        less,
                        List.of())
                .walk();

        assertThat(notes).singleElement().asString().contains("on the way down").contains("contains null values");
    }

    @Test
    void rowsAreMadeOfWhatConstraintsAccept() {
        String rich = """
                create type mood as enum ('low', 'high');
                create domain price as numeric(4, 2) check (value >= 0);
                create table artists (id uuid primary key, kind varchar(4) not null check (kind in ('solo', 'band')), unique (kind, id));
                create table albums (
                    artist uuid not null references artists,
                    place smallint,
                    mood mood not null,
                    price price not null,
                    code char(2) not null,
                    share numeric(3, 3) not null check (share between 0 and 1),
                    tags text[] not null,
                    data jsonb not null default '{}',
                    span tstzrange not null,
                    doubled integer generated always as (place * 2) stored,
                    at inet, flag boolean, raw bytea, made timestamptz not null default now(),
                    primary key (artist, place),
                    check (place between 0 and 9),
                    exclude using gist (span with &&));
                create table parts (day date not null, note text) partition by range (day);
                create table parts_2020 partition of parts for values from ('2020-01-01') to ('2021-01-01');
                create table "Odd ""name" ("A b" integer primary key, "c,d" text references "Odd ""name2");
                """.replace(" references \"Odd \"\"name2\"", "");
        try (ScratchDatabase database = site.scratch().open()) {
            database.script("rich", rich);
            Seeds seeds = Seeds.sown(database, workshop.read(database), java.util.Set.of());

            assertThat(seeds.notes()).isEmpty();
            assertThat(seeds.tables()).hasSize(4);
        }
    }

    private List<String> walk(List<String> up, List<String> down) {
        return new Proof(workshop, List.of(draft(up, down)), made(BEFORE), made(AFTER), List.of()).walk();
    }

    private SchemaSnapshot made(String ddl) {
        return Model.ddl(ddl).readFirst(workshop);
    }

    private static Draft draft(List<String> up, List<String> down) {
        return new Draft("002", List.of("001"), "Try", true, statements(up), statements(down));
    }

    private static List<DraftStatement> statements(List<String> sql) {
        return sql.stream()
                .map(one -> new DraftStatement(one, List.of(), Optional.empty()))
                .toList();
    }
}
