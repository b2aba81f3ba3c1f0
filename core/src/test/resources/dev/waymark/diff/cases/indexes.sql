-- case: an index is added
-- change: create index public.books_title
create table books (id integer, title text);
-- before:
-- after:
create index books_title on books (title);

-- case: an index is dropped
-- change: drop index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:

-- case: columns of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title, id);

-- case: an index becomes unique
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create unique index books_title on books (title);

-- case: the direction of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title desc nulls last);

-- case: an expression of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (lower(title));
-- after:
create index books_title on books (upper(title));

-- case: the condition of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title) where id > 0;
-- after:
create index books_title on books (title) where id > 1;

-- case: the method of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books using hash (title);

-- case: columns that an index includes
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title) include (id);

-- case: the operator class of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title text_pattern_ops);

-- case: the collation of an index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title collate "C");

-- case: storage parameters of an index
-- change: alter index public.books_title
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_title on books (title) with (fillfactor = 70);

-- case: nulls of a unique index
-- change: replace index public.books_title
create table books (id integer, title text);
-- before:
create unique index books_title on books (title);
-- after:
create unique index books_title on books (title) nulls not distinct;

-- case: a table is clustered
-- change: alter index public.books_title
create table books (id integer, title text);
create index books_title on books (title);
-- before:
-- after:
alter table books cluster on books_title;

-- case: an index is renamed
-- change: create index public.books_by_title
-- change: drop index public.books_title
-- rename: Is index public.books_by_title the former index public.books_title (100 % alike)?
create table books (id integer, title text);
-- before:
create index books_title on books (title);
-- after:
create index books_by_title on books (title);

-- case: an index of a partitioned table
-- change: create index public.books_0_title_idx
-- change: create index public.books_title
-- change: create index attachment public.books_0_title_idx
create table books (id integer, title text) partition by hash (id);
create table books_0 partition of books for values with (modulus 1, remainder 0);
-- before:
-- after:
create index books_title on books (title);

-- case: statistics of several columns
-- change: replace statistics public.books_stats
create table books (id integer, title text, pages integer);
-- before:
create statistics books_stats on id, title from books;
-- after:
create statistics books_stats (ndistinct) on id, pages from books;
