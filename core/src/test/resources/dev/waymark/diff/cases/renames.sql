-- case: a table is renamed
-- change: drop table public.books
-- change: create table public.volumes
-- change: drop column public.books.id
-- change: drop column public.books.title
-- change: create column public.volumes.id
-- change: create column public.volumes.title
-- rename: Is table public.volumes the former table public.books (100 % alike)?
-- before:
create table books (id integer, title text);
-- after:
create table volumes (id integer, title text);

-- case: a column is renamed
-- change: create column public.books.heading
-- change: drop column public.books.title
-- rename: Is column public.books.heading the former column public.books.title (80 % alike)?
-- before:
create table books (id integer, title text);
-- after:
create table books (id integer, heading text);
