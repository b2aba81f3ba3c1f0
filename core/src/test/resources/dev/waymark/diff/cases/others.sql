-- case: a schema is added, with a table
-- change: create schema library
-- change: create table library.books
-- change: create column library.books.id
-- before:
-- after:
create schema library;
create table library.books (id integer);

-- case: a sequence is added
-- change: create sequence public.numbers
-- before:
-- after:
create sequence numbers as smallint increment by 5 cycle;

-- case: a sequence is dropped
-- change: drop sequence public.numbers
-- before:
create sequence numbers;
-- after:

-- case: parameters of a sequence
-- change: alter sequence public.numbers
-- before:
create sequence numbers;
-- after:
create sequence numbers as integer increment by -1 minvalue -100 maxvalue 100 start with 50 cache 5 cycle;

-- case: the owner of a sequence
-- change: alter sequence owner public.numbers
create table books (id integer, number integer);
create sequence numbers;
-- before:
alter sequence numbers owned by books.id;
-- after:
alter sequence numbers owned by books.number;

-- case: a view is added
-- change: create column public.titles.title
-- change: create view public.titles
create table books (id integer, title text);
-- before:
-- after:
create view titles with (security_barrier) as select title from books;

-- case: a view gets another condition
-- change: alter view public.titles
create table books (id integer, title text);
-- before:
create view titles as select title from books;
-- after:
create view titles as select title from books where id > 0;

-- case: columns of a view, below another view
-- change: replace view public.titles
create table books (id integer, title text);
-- before:
create view titles as select title, id from books;
create view all_titles as select title from titles;
-- after:
create view titles as select id, title from books;
create view all_titles as select title from titles;

-- case: a materialized view
-- change: replace materialized view public.titles
create table books (id integer, title text);
-- before:
create materialized view titles as select title from books;
create unique index titles_title on titles (title);
-- after:
create materialized view titles as select title from books where id > 0;
create unique index titles_title on titles (title);

-- case: a function is added
-- change: create function public.twice."integer"
-- before:
-- after:
create function twice(a integer) returns integer language sql immutable as 'select 2 * a';

-- case: the body of a function
-- change: alter function public.twice."integer"
-- before:
create function twice(a integer) returns integer language sql immutable as 'select 2 * a';
-- after:
create function twice(a integer) returns integer language sql stable as 'select a + a';

-- case: the result of a function that a check and an index use
-- change: replace function public.twice."integer"
-- before:
create function twice(a integer) returns integer language sql immutable as 'select 2 * a';
create table books (id integer check (twice(id) > 0));
create index books_twice on books (twice(id));
-- after:
create function twice(a integer) returns bigint language sql immutable as 'select 2 * a::bigint';
create table books (id integer check (twice(id) > 0));
create index books_twice on books (twice(id));

-- case: a procedure and an aggregate
-- change: create procedure public.tidy.""
-- change: create aggregate public.total."integer"
-- before:
-- after:
create procedure tidy() language sql as 'select 1';
create aggregate total(integer) (sfunc = int4pl, stype = integer);

-- case: a trigger is added
-- change: create trigger public.books.noted
create table books (id integer);
create function note() returns trigger language plpgsql as 'begin return new; end';
-- before:
-- after:
create trigger noted before insert on books for each row execute function note();

-- case: a trigger is switched off
-- change: alter trigger public.books.noted
create table books (id integer);
create function note() returns trigger language plpgsql as 'begin return new; end';
create trigger noted before insert on books for each row execute function note();
-- before:
-- after:
alter table books disable trigger noted;

-- case: what a trigger fires on
-- change: replace trigger public.books.noted
create table books (id integer);
create function note() returns trigger language plpgsql as 'begin return new; end';
-- before:
create trigger noted before insert on books for each row execute function note();
-- after:
create trigger noted after insert or update of id on books for each row execute function note();

-- case: a rule
-- change: create rule public.books.nothing
create table books (id integer);
-- before:
-- after:
create rule nothing as on delete to books do instead nothing;

-- case: an event trigger
-- change: create event trigger watched
create function watch() returns event_trigger language plpgsql as 'begin end';
-- before:
-- after:
create event trigger watched on ddl_command_end execute function watch();

-- case: an extension is added
-- change: create schema tools
-- change: create extension pg_trgm
-- before:
-- after:
create schema tools;
create extension pg_trgm with schema tools;

-- case: privileges on a function and a schema
-- change: alter schema library
-- change: alter function public.twice."integer"
create schema library;
create function twice(a integer) returns integer language sql immutable as 'select 2 * a';
-- before:
grant usage on schema library to public;
-- after:
revoke execute on function twice(integer) from public;

-- case: default privileges
-- change: create default privileges postgres.public.tables
-- before:
-- after:
alter default privileges in schema public grant select on tables to public;

-- case: a publication
-- change: alter publication news
create table books (id integer primary key);
-- before:
create publication news for table books;
-- after:
create publication news for table books with (publish = 'insert');

-- case: a foreign table
-- change: alter foreign table public.books
-- change: create column public.books.title
create foreign data wrapper files;
create server disk foreign data wrapper files;
-- before:
create foreign table books (id integer) server disk options (name 'a');
-- after:
create foreign table books (id integer, title text) server disk options (name 'b');

-- case: a table becomes a view
-- rename: Is table public.media the former table public.books (100 % alike)?
-- change: drop table public.books
-- change: create table public.media
-- change: create column public.media.id
-- change: create column public.media.title
-- change: create view public.books
-- before:
create table books (id integer, title text);
-- after:
create table media (id integer, title text);
create view books as select * from media;

-- case: names that need quotes
-- change: create column "Odd Schema"."A ""table"""."c d"
-- change: alter column "Odd Schema"."A ""table"""."select"
-- change: create default "Odd Schema"."A ""table"""."Ä"
-- change: create not null "Odd Schema"."A ""table"""."select"
-- change: create primary key "Odd Schema"."A ""table"""."A ""table""_pkey"
-- change: create index "Odd Schema"."an index"
-- before:
create schema "Odd Schema";
create table "Odd Schema"."A ""table""" ("select" integer, "Ä" text);
-- after:
create schema "Odd Schema";
create table "Odd Schema"."A ""table""" ("select" bigint primary key, "Ä" text default 'it''s', "c d" integer);
create index "an index" on "Odd Schema"."A ""table""" ("Ä", "c d");
