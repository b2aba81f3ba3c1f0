-- case: a table is added
-- change: create table public.books
-- change: create column public.books.id
-- change: create column public.books.title
-- before:
-- after:
create table books (id integer, title text);

-- case: a table is dropped
-- change: drop table public.books
-- change: drop column public.books.id
-- change: drop column public.books.title
-- before:
create table books (id integer, title text);
-- after:

-- case: a comment on a table is added
-- change: alter table public.books
create table books (id integer);
-- before:
-- after:
comment on table books is 'What can be read';

-- case: a comment on a table is changed
-- change: alter table public.books
create table books (id integer);
-- before:
comment on table books is 'What can be read';
-- after:
comment on table books is 'It''s what can be read';

-- case: a comment on a table is removed
-- change: alter table public.books
create table books (id integer);
-- before:
comment on table books is 'What can be read';
-- after:

-- case: a table becomes unlogged
-- change: alter table public.books
-- before:
create table books (id integer primary key);
-- after:
create unlogged table books (id integer primary key);

-- case: storage parameters of a table
-- change: alter table public.books
-- before:
create table books (id integer, title text) with (fillfactor = 70, autovacuum_enabled = false);
-- after:
create table books (id integer, title text) with (fillfactor = 80, toast.autovacuum_enabled = false);

-- case: row security is switched on, with a policy
-- change: alter table public.books
-- change: create policy public.books.own
create table books (id integer, owner text);
-- before:
-- after:
alter table books enable row level security;
alter table books force row level security;
create policy own on books for select using (owner = current_user);

-- case: a policy's condition is changed
-- change: alter policy public.books.own
create table books (id integer, owner text);
-- before:
create policy own on books using (owner = current_user);
-- after:
create policy own on books using (owner = session_user) with check (id > 0);

-- case: privileges are given
-- change: alter table public.books
-- change: alter column public.books.title
create table books (id integer, title text);
-- before:
-- after:
grant select, insert on books to public;
grant update (title) on books to public;

-- case: the replica identity is changed
-- change: alter unique public.books.books_id
create table books (id integer not null constraint books_id unique);
-- before:
-- after:
alter table books replica identity using index books_id;

-- case: a table becomes partitioned
-- change: replace table public.books
-- change: create table public.books_1
-- change: create partition public.books_1
-- change: create column public.books_1.id
-- change: create column public.books_1.title
-- change: create not null public.books_1.id
-- before:
create table books (id integer not null, title text);
-- after:
create table books (id integer not null, title text) partition by range (id);
create table books_1 partition of books for values from (1) to (100);

-- case: a partition is added
-- change: create table public.books_2
-- change: create partition public.books_2
-- change: create column public.books_2.id
-- change: create column public.books_2.title
-- change: create not null public.books_2.id
create table books (id integer not null, title text) partition by range (id);
create table books_1 partition of books for values from (1) to (100);
-- before:
-- after:
create table books_2 partition of books for values from (100) to (200);

-- case: a partition gets other bounds
-- change: replace partition public.books_1
create table books (id integer not null, title text) partition by list (id);
-- before:
create table books_1 partition of books for values in (1, 2);
-- after:
create table books_1 partition of books for values in (1, 2, 3);

-- case: partitions that stay are not touched
create table books (id integer not null primary key, title text) partition by range (id);
create table books_1 partition of books for values from (1) to (100);
create table books_2 partition of books for values from (100) to (200);
-- before:
-- after:

-- case: a partition is detached
-- change: drop partition public.books_1
create table books (id integer not null, title text) partition by range (id);
create table books_1 (id integer not null, title text);
-- before:
alter table books attach partition books_1 for values from (1) to (100);
-- after:

-- case: a table gets a parent
-- change: create inheritance public.books.public.media
create table media (id integer);
create table books (id integer, title text);
-- before:
-- after:
alter table books inherit media;
