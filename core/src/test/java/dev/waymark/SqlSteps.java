package dev.waymark;

import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** Revisions that the tests run. */
final class SqlSteps {

    private SqlSteps() {}

    /** Creates a table each. */
    abstract static sealed class CreateTable implements SqlMigration {

        private final String table;

        CreateTable(String table) {
            this.table = table;
        }

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table %s (id integer primary key)".formatted(table));
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table %s".formatted(table));
        }
    }

    @Revision(id = "001", message = "Create artists")
    static final class Artists extends CreateTable {
        Artists() {
            super("artists");
        }
    }

    @Revision(id = "002", revises = "001", message = "Create albums")
    static final class Albums extends CreateTable {
        Albums() {
            super("albums");
        }
    }

    @Revision(id = "003", revises = "002", message = "Create tracks")
    static final class Tracks extends CreateTable {
        Tracks() {
            super("tracks");
        }
    }

    /** Runs only without a transaction. */
    @Revision(id = "002", revises = "001", transactional = false)
    static final class ConcurrentIndex implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create index concurrently artists_id on artists (id)");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop index concurrently artists_id");
        }
    }
}
