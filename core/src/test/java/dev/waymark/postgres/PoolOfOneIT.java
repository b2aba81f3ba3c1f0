package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.Migrator;
import dev.waymark.Revision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** One connection is enough, and it goes back to its pool as it came. */
class PoolOfOneIT {

    private static final String SETTINGS = """
            select concat_ws(' | ', current_setting('search_path'), current_setting('role'),
                current_setting('default_transaction_isolation'), current_setting('application_name'),
                current_setting('lock_timeout'), current_setting('statement_timeout'), current_setting('app.tenant'),
                current_setting('check_function_bodies'), (select count(*) from pg_locks where locktype = 'advisory'
                    and database = (select oid from pg_database where datname = current_database())))""";

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRunNeedsOneConnectionAndLeavesItAsItWas() throws SQLException {
        try (HikariDataSource pool = pool()) {
            String before = settings(pool);
            Migrator migrator = Migrator.postgres(pool)
                    .revisions(new Careless(), new Next())
                    .build();

            migrator.upgrade();

            assertThat(settings(pool)).isEqualTo(before);
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
            assertThat(migrator.upgrade().steps()).isEmpty();
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2000);
        config.setAutoCommit(false);
        config.setIsolateInternalQueries(true);
        config.setConnectionInitSql("set app.tenant to 'ours'; set statement_timeout to '42s'");
        return new HikariDataSource(config);
    }

    private static String settings(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            return row.getString(1);
        }
    }

    @Revision(id = "careless")
    static final class Careless implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("set search_path to pg_catalog; set default_transaction_isolation to 'serializable'");
            sql.execute("set application_name to 'mine'; set lock_timeout to '1h'; set statement_timeout to '1h'");
            sql.execute("set check_function_bodies to off; select set_config('search_path', '', false)");
        }

        @Override
        public void down(SqlContext sql) {}
    }

    /** Relies on the search path that the step before it has emptied. */
    @Revision(id = "next", revises = "careless")
    static final class Next implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table next ()");
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
