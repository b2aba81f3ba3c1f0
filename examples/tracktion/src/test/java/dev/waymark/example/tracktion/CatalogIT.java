package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog that the other tests compare by sees every kind of change, and does not see what is not ours. */
class CatalogIT {

    private static final String SOME_SCHEMA = """
            create type mood as enum ('calm', 'wild');
            create domain tempo as numeric(6, 2) check (value > 0);
            create table track (id integer primary key, title text not null, mood mood, bpm tempo);
            create index track_title on track (title);
            create sequence ticket;
            create view tempos as select bpm from track;
            create function one() returns integer language sql return 1;
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create trigger touched before update on track for each row execute function touch();
            """;

    @RegisterExtension
    static final Server server = new Server();

    private static List<String> before;

    @BeforeAll
    static void start() throws IOException, SQLException {
        before = Catalog.of(server.databaseWith(SOME_SCHEMA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create schema other",
                "create extension \"uuid-ossp\"",
                "create table other (id integer)",
                "alter table track set (fillfactor = 70)",
                "alter table track set unlogged",
                "alter table track enable row level security",
                "alter table track add column year integer",
                "alter table track drop column mood",
                "alter table track drop column mood; alter table track add column mood mood",
                "alter table track alter column title type varchar(100)",
                "alter table track alter column title drop not null",
                "alter table track alter column title set default ''",
                "alter table track alter column id add generated always as identity",
                "alter table track alter column title type text collate \"C\"",
                "alter table track add column loud text generated always as (upper(title)) stored",
                "alter table track rename constraint track_pkey to pk_track",
                "alter table track add constraint titled check (title <> '') not valid",
                "alter domain tempo add constraint slow check (value < 300)",
                "alter index track_title rename to ix_track_title",
                "drop index track_title; create unique index track_title on track (title)",
                "alter table track cluster on track_title",
                "alter sequence ticket increment 2",
                "alter sequence ticket owned by track.id",
                "create or replace view tempos as select null::tempo as bpm from track",
                "create rule quiet as on delete to track do instead nothing",
                "alter table track disable trigger touched",
                "create policy mine on track using (true)",
                "create statistics related on title, mood from track",
                "create or replace function one() returns integer language sql return 2",
                "alter type mood add value 'sad'",
                "comment on column track.title is 'what it is called'",
                "grant select on track to public",
            })
    void seesEveryKindOfChange(String change) throws SQLException {
        DataSource database = server.databaseWith(SOME_SCHEMA);

        Server.execute(database, change);

        assertThat(Catalog.of(database)).isNotEqualTo(before);
    }

    @Test
    void readsEqualSchemasAlike() throws SQLException {
        assertThat(Catalog.of(server.databaseWith(SOME_SCHEMA))).isEqualTo(before);
    }

    @Test
    void leavesOutTheHistoryTables() throws SQLException {
        DataSource withHistory = server.databaseWith("""
                create table waymark_revision (id text primary key);
                create table waymark_log (id bigint generated always as identity primary key);
                comment on table waymark_log is 'what happened'
                """);

        assertThat(Catalog.of(withHistory)).isEqualTo(Catalog.of(server.emptyDatabase()));
    }
}
