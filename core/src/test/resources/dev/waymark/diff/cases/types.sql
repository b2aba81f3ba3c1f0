-- case: an enum is added
-- change: create enum public.mood
-- before:
-- after:
create type mood as enum ('sad', 'happy');

-- case: an enum is dropped
-- change: drop enum public.mood
-- before:
create type mood as enum ('sad', 'happy');
-- after:

-- case: values of an enum are added at the end and between
-- change: alter enum public.mood
-- before:
create type mood as enum ('sad', 'happy');
-- after:
create type mood as enum ('worst', 'sad', 'ok', 'happy', 'best');

-- case: a value of an enum is removed
-- change: replace enum public.mood
-- change: alter default public.people.mood
-- change: replace index public.people_mood
-- before:
create type mood as enum ('sad', 'ok', 'happy');
create table people (mood mood not null default 'ok', moods mood[]);
create index people_mood on people (mood) where mood <> 'ok';
create view happy_people as select * from people where mood = 'happy';
-- after:
create type mood as enum ('sad', 'happy');
create table people (mood mood not null default 'sad', moods mood[]);
create index people_mood on people (mood) where mood <> 'sad';
create view happy_people as select * from people where mood = 'happy';

-- case: values of an enum are in another order
-- change: replace enum public.mood
-- before:
create type mood as enum ('sad', 'happy');
create table people (mood mood);
-- after:
create type mood as enum ('happy', 'sad');
create table people (mood mood);

-- case: a value of an enum is renamed
-- change: replace enum public.mood
-- rename: Is 'cheerful' of enum public.mood the former 'happy'?
-- before:
create type mood as enum ('sad', 'happy');
-- after:
create type mood as enum ('sad', 'cheerful');

-- case: a column of a new enum
-- change: create enum public.mood
-- change: create column public.people.mood
-- change: create default public.people.mood
-- before:
create table people (id integer);
-- after:
create type mood as enum ('sad', 'happy');
create table people (id integer, mood mood default 'sad');

-- case: a table of a new enum
-- change: create enum public.mood
-- change: create table public.people
-- change: create column public.people.id
-- change: create column public.people.mood
-- change: create default public.people.mood
-- before:
-- after:
create type mood as enum ('sad', 'happy');
create table people (id integer, mood mood default 'sad');

-- case: a new value of an enum is a default at once
-- change: alter enum public.mood
-- change: alter default public.people.mood
-- before:
create type mood as enum ('sad', 'happy');
create table people (mood mood default 'sad');
-- after:
create type mood as enum ('sad', 'happy', 'best');
create table people (mood mood default 'best');

-- case: a domain is added
-- change: create domain public.email
-- change: create domain check public.email.email_check
-- before:
-- after:
create domain email as text not null check (value like '%@%');

-- case: the definition of a domain
-- change: alter domain public.email
-- change: replace domain check public.email.sane
-- before:
create domain email as text constraint sane check (value like '%@%');
create table people (email email);
-- after:
create domain email as text default 'a@b' not null constraint sane check (value like '%@%.%');
create table people (email email);

-- case: the type below a domain
-- change: replace domain public.price
-- before:
create domain price as integer;
create table books (price price default 1);
-- after:
create domain price as numeric(10, 2);
create table books (price price default 1);

-- case: a composite type
-- change: alter column public.place.number
-- change: create column public.place.town
-- before:
create type place as (street text, number integer);
-- after:
create type place as (street text, number text, town text);

-- case: a composite type that a table uses
-- change: alter column public.place.number
-- before:
create type place as (street text, number integer);
create table people (home place);
-- after:
create type place as (street text, number text);
create table people (home place);

-- case: a range type
-- change: replace range public.span
-- before:
create type span as range (subtype = integer);
-- after:
create type span as range (subtype = numeric);

-- case: not null of a domain has a name
-- change: alter domain public.year
-- before:
create domain year as integer;
-- after:
create domain year as integer constraint must not null;
