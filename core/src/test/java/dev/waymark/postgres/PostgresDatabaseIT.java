package dev.waymark.postgres;

import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.run.Database;
import dev.waymark.run.DatabaseContract;
import java.util.Set;
import java.util.TreeSet;

class PostgresDatabaseIT extends DatabaseContract<SqlContext> {

    private final TestDatabase server = TestDatabase.create();
    private final PostgresDatabase database = PostgresDatabase.of(server.dataSource());

    @Override
    protected Database<SqlContext> database() {
        return database;
    }

    @Override
    protected Migration<SqlContext> adding(String name) {
        return new Tables("create table " + name + " ()", "drop table " + name);
    }

    @Override
    protected Migration<SqlContext> failingAfterAdding(String name) {
        return new Tables("create table " + name + " (); select 1 / 0", "");
    }

    @Override
    protected Migration<SqlContext> oneWay(Irreversible why) {
        return new OneWay(why);
    }

    @Override
    protected Set<String> there() {
        return new TreeSet<>(server.tables());
    }

    private record Tables(String up, String down) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(up);
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute(down);
        }
    }

    private record OneWay(Irreversible why) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {
            throw why;
        }
    }
}
