-- Genres; the beginning
create table genre (name text);
insert into genre values ('dub; roots'), ('ska');
