-- case: a unique constraint is added
-- change: create unique public.books.books_title_key
-- before:
create table books (id integer, title text);
-- after:
create table books (id integer, title text unique);

-- case: a unique constraint is dropped
-- change: drop unique public.books.books_title_key
-- before:
create table books (id integer, title text unique);
-- after:
create table books (id integer, title text);

-- case: columns of a unique constraint
-- change: replace unique public.books.one_title
create table books (id integer, title text);
-- before:
alter table books add constraint one_title unique (title);
-- after:
alter table books add constraint one_title unique (title, id);

-- case: nulls of a unique constraint
-- change: replace unique public.books.one_title
create table books (id integer, title text);
-- before:
alter table books add constraint one_title unique (title);
-- after:
alter table books add constraint one_title unique nulls not distinct (title);

-- case: a unique constraint becomes deferrable
-- change: replace unique public.books.one_title
create table books (id integer, title text);
-- before:
alter table books add constraint one_title unique (title);
-- after:
alter table books add constraint one_title unique (title) deferrable initially deferred;

-- case: a unique constraint is renamed
-- change: drop unique public.books.one_title
-- change: create unique public.books.titles_differ
-- rename: Is unique public.books.titles_differ the former unique public.books.one_title (100 % alike)?
create table books (id integer, title text);
-- before:
alter table books add constraint one_title unique (title);
-- after:
alter table books add constraint titles_differ unique (title);

-- case: a foreign key is added
-- change: create foreign key public.books.books_author_fkey
create table authors (id integer primary key);
-- before:
create table books (author integer);
-- after:
create table books (author integer references authors);

-- case: a foreign key is dropped
-- change: drop foreign key public.books.books_author_fkey
create table authors (id integer primary key);
-- before:
create table books (author integer references authors);
-- after:
create table books (author integer);

-- case: what a foreign key does on a deletion
-- change: replace foreign key public.books.books_author_fkey
create table authors (id integer primary key);
-- before:
create table books (author integer references authors);
-- after:
create table books (author integer references authors on delete cascade on update set null);

-- case: a foreign key becomes deferrable
-- change: alter foreign key public.books.books_author_fkey
create table authors (id integer primary key);
-- before:
create table books (author integer references authors);
-- after:
create table books (author integer references authors deferrable initially deferred);

-- case: a foreign key is renamed
-- change: drop foreign key public.books.books_author_fkey
-- change: create foreign key public.books.written_by
-- rename: Is foreign key public.books.written_by the former foreign key public.books.books_author_fkey (100 % alike)?
create table authors (id integer primary key);
-- before:
create table books (author integer references authors);
-- after:
create table books (author integer constraint written_by references authors);

-- case: a foreign key that is not valid is validated
-- change: alter foreign key public.books.written_by
create table authors (id integer primary key);
create table books (author integer);
-- before:
alter table books add constraint written_by foreign key (author) references authors not valid;
-- after:
alter table books add constraint written_by foreign key (author) references authors;

-- case: two tables refer to each other
-- change: create table public.authors
-- change: create table public.books
-- change: create column public.authors.best
-- change: create column public.authors.id
-- change: create column public.books.author
-- change: create column public.books.id
-- change: create not null public.authors.id
-- change: create not null public.books.id
-- change: create primary key public.authors.authors_pkey
-- change: create primary key public.books.books_pkey
-- change: create foreign key public.authors.authors_best_fkey
-- change: create foreign key public.books.books_author_fkey
-- before:
-- after:
create table authors (id integer primary key, best integer);
create table books (id integer primary key, author integer references authors);
alter table authors add foreign key (best) references books;

-- case: a check is added
-- change: create check public.books.books_pages_check
-- before:
create table books (pages integer);
-- after:
create table books (pages integer check (pages > 0));

-- case: a check is dropped
-- change: drop check public.books.books_pages_check
-- before:
create table books (pages integer check (pages > 0));
-- after:
create table books (pages integer);

-- case: the expression of a check
-- change: replace check public.books.sane
-- before:
create table books (pages integer constraint sane check (pages > 0));
-- after:
create table books (pages integer constraint sane check (pages > 1));

-- case: a check is validated
-- change: alter check public.books.sane
create table books (pages integer);
-- before:
alter table books add constraint sane check (pages > 0) not valid;
-- after:
alter table books add constraint sane check (pages > 0);

-- case: a primary key is added
-- change: create not null public.books.id
-- change: create primary key public.books.books_pkey
-- before:
create table books (id integer);
-- after:
create table books (id integer primary key);

-- case: a primary key is dropped
-- change: drop not null public.books.id
-- change: drop primary key public.books.books_pkey
-- before:
create table books (id integer primary key);
-- after:
create table books (id integer);

-- case: columns of a primary key
-- change: replace primary key public.books.books_pkey
-- before:
create table books (id integer not null, volume integer not null, primary key (id));
-- after:
create table books (id integer not null, volume integer not null, primary key (id, volume));

-- case: a primary key that is referred to becomes another one
-- change: replace primary key public.books.books_pkey
-- change: create unique public.books.books_id_key
-- change: drop unique public.books.books_number_key
-- before:
create table books (id integer primary key, number integer not null unique);
create table pages (book integer references books (id));
-- after:
create table books (id integer not null unique, number integer primary key);
create table pages (book integer references books (id));

-- case: a primary key is renamed
-- change: drop primary key public.books.books_pkey
-- change: create primary key public.books.pk_books
-- rename: Is primary key public.books.pk_books the former primary key public.books.books_pkey (100 % alike)?
-- before:
create table books (id integer primary key);
-- after:
create table books (id integer constraint pk_books primary key);

-- case: an exclusion constraint is added
-- change: create exclusion public.loans.once
create table loans (during tsrange, shelf integer);
-- before:
-- after:
alter table loans add constraint once exclude using gist (during with &&);

-- case: the expression of an exclusion constraint
-- change: replace exclusion public.loans.once
create table loans (during tsrange, shelf integer);
-- before:
alter table loans add constraint once exclude using gist (during with &&);
-- after:
alter table loans add constraint once exclude using gist (during with &&) where (shelf > 0);
