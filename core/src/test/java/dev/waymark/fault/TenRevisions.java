package dev.waymark.fault;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/**
 * A history with something of everything: five revisions in a transaction and five without, among them what can't be
 * repeated without harm.
 */
final class TenRevisions {

    private TenRevisions() {}

    static SqlMigration[] all() {
        return new SqlMigration[] {
            new CreateArtists(),
            new AddArtists(),
            new IndexCountries(),
            new CreateAlbums(),
            new UniqueTitles(),
            new AddTags(),
            new FillMoods(),
            new ReplaceIndexes(),
            new Vacuum(),
            new RateAlbums()
        };
    }

    @Revision(id = "001", message = "Create artists")
    static final class CreateArtists implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create type mood as enum ('calm', 'wild')");
            sql.execute("create table artists (id integer primary key,"
                    + " name text not null, country text, plays integer not null default 0)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table artists; drop type mood");
        }
    }

    @Revision(id = "002", revises = "001", message = "Add artists")
    static final class AddArtists implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(
                    "insert into artists (id, name, country) values (1, ?, ?), (2, ?, ?)", "Ada", "GB", "Björk", "IS");
            sql.execute(
                    "insert into artists (id, name, country) select n, 'artist ' || n, 'DE' from generate_series(3, 10) as n");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("delete from artists");
        }
    }

    @Revision(id = "003", revises = "002", message = "Index countries", transactional = false)
    static final class IndexCountries implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create index concurrently artists_country on artists (country)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop index concurrently artists_country");
        }
    }

    /** What it writes depends on what it reads. */
    @Revision(id = "004", revises = "003", message = "Create albums")
    static final class CreateAlbums implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(
                    "create table albums (" + "artist integer primary key references artists, title text not null)");
            for (String name :
                    sql.query("select name from artists where country <> 'DE' order by id", row -> row.getString(1))) {
                sql.execute(
                        "insert into albums (artist, title) select id, 'Best of ' || name from artists where name = ?",
                        name);
            }
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table albums");
        }
    }

    @Revision(id = "005", revises = "004", message = "Unique titles, another mood", transactional = false)
    static final class UniqueTitles implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create unique index concurrently albums_title on albums (title)");
            sql.execute("alter type mood add value 'loud'");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop index concurrently albums_title");
        }
    }

    /** Plain statements, none of which may run twice. */
    @Revision(id = "006", revises = "005", message = "Add tags", transactional = false)
    static final class AddTags implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table tags (artist integer not null references artists, tag text not null)");
            sql.execute("alter table artists add column mood mood; update artists set plays = plays + 1");
            sql.execute("insert into tags (artist, tag) select id, ? from artists where id < ?", "early", 4);
            sql.execute("insert into tags (artist, tag) select artist, 'again' from tags");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("update artists set plays = plays - 1; alter table artists drop column mood");
            sql.execute("drop table tags");
        }
    }

    @Revision(id = "007", revises = "006", message = "Fill moods in batches", transactional = false)
    static final class FillMoods implements SqlMigration {

        private static final String BATCH =
                "update artists set mood = 'loud', plays = plays + 10 where id in (select id from artists where mood is null order by id limit 3)";

        private static final String BATCH_BACK =
                "update artists set mood = null, plays = plays - 10 where id in (select id from artists where mood = 'loud' order by id limit 4)";

        @Override
        public void up(SqlContext sql) {
            while (sql.execute(BATCH) > 0) {
                // until nothing is left
            }
        }

        @Override
        public void down(SqlContext sql) {
            while (sql.execute(BATCH_BACK) > 0) {
                // until nothing is left
            }
        }
    }

    @Revision(id = "008", revises = "007", message = "Replace indexes", transactional = false)
    static final class ReplaceIndexes implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create index concurrently artists_name on artists (lower(name))");
            sql.execute("drop index concurrently artists_country");
            sql.execute("reindex index concurrently albums_title");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("create index concurrently artists_country on artists (country)");
            sql.execute("drop index concurrently artists_name");
        }
    }

    @Revision(id = "009", revises = "008", message = "Vacuum", transactional = false)
    static final class Vacuum implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("vacuum (analyze) artists");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("vacuum artists");
        }
    }

    @Revision(id = "010", revises = "009", message = "Rate albums")
    static final class RateAlbums implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("alter table albums add column stars smallint");
            sql.execute("update albums set stars = ?", 3);
            sql.execute(
                    "alter table albums alter column stars set not null, add constraint stars_range check (stars between 0 and 5)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("alter table albums drop column stars");
        }
    }
}
