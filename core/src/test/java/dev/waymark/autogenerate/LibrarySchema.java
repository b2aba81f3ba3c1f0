package dev.waymark.autogenerate;

/** The schema of the library, as its revisions make it. */
final class LibrarySchema {

    /** What the model has no words for, and needs. */
    static final String FUNCTIONS = """
            create type state as enum ('new', 'it''s done');
            create function slug(text) returns text immutable language sql return lower($1);
            create function first_state() returns state immutable language sql return 'new'::state;
            """;

    /** The schema that the generator was run on. */
    static final String DDL = FUNCTIONS + """
            create domain code as varchar(12) not null default 'x';
            create sequence counted as integer;
            create domain email as varchar(100) constraint email_check check (value like '%@%');
            create sequence numbers start with 5 increment by 2 cache 10 cycle;
            create table artists (
                id integer generated always as identity primary key,
                name varchar(200) not null default 'nobody',
                mail email,
                kind varchar(10) constraint artists_kind_check check (kind in ('solo', 'band')),
                constraint artists_name_key unique nulls not distinct (name) deferrable);
            comment on table artists is 'Who plays';
            comment on column artists.name is 'It''s a name';
            create table albums (
                id serial primary key,
                artist integer not null constraint albums_artist_fkey references artists on delete cascade,
                state state default 'new',
                states state[],
                price numeric(6, 2),
                made timestamptz not null default now(),
                data jsonb,
                search tsvector,
                slug text default slug('x'),
                tags varchar(10)[],
                code uuid,
                doubled integer generated always as (artist * 2) stored,
                starts state default first_state(),
                tag code,
                bits bit(3),
                word name,
                big numeric(10),
                counter integer default nextval('counted'))
                with (fillfactor = 90);
            create index albums_made on albums (made desc, price);
            create index albums_price on albums (price) where price > 0;
            create index albums_slug on albums (lower(slug));
            create index albums_data on albums using gin (data);
            alter table albums alter column slug set storage external;
            create view cheap as select id from albums where price < 5;
            create function touch() returns trigger language plpgsql as 'declare a albums%rowtype; begin return new; end';
            create trigger touched before update on albums for each row execute function touch();
            """;

    private LibrarySchema() {}
}
