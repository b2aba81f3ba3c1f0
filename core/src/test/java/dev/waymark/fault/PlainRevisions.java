package dev.waymark.fault;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** A short history, each revision in a transaction of its own. */
final class PlainRevisions {

    private PlainRevisions() {}

    static SqlMigration[] all() {
        return new SqlMigration[] {new CreateTracks(), new AddTracks(), new LengthenTracks()};
    }

    @Revision(id = "p1", message = "Create tracks")
    static final class CreateTracks implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table tracks (id integer primary key, title text)");
            sql.execute("create index tracks_title on tracks (title)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table tracks");
        }
    }

    @Revision(id = "p2", revises = "p1", message = "Add tracks")
    static final class AddTracks implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("insert into tracks (id, title) select n, 'track ' || n from generate_series(1, 20) as n");
            sql.execute("insert into tracks (id, title) values (21, ?)", "Joga");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("delete from tracks");
        }
    }

    /** What it writes depends on what it reads. */
    @Revision(id = "p3", revises = "p2", message = "Lengths of tracks")
    static final class LengthenTracks implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("alter table tracks add column seconds integer");
            for (int id : sql.query("select id from tracks where id < 4 order by id", row -> row.getInt(1))) {
                sql.execute("update tracks set seconds = ? where id = ?", 60 * id, id);
            }
            sql.execute(
                    "update tracks set seconds = 0 where seconds is null; alter table tracks alter column seconds set not null");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("alter table tracks drop column seconds");
        }
    }
}
