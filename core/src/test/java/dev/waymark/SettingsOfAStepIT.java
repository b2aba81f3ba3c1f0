package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.LambdaSteps.Alone;
import dev.waymark.LambdaSteps.Second;
import dev.waymark.LambdaSteps.Third;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a step sets in its session, and what a role sets for every session. */
class SettingsOfAStepIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void anotherUserOfTheSessionReachesNeitherTheNextStepNorThePool() throws SQLException {
        database.execute("create role singer_" + database.name());
        try (HikariDataSource pool = poolOfOne()) {
            Migrator.postgres(pool)
                    .revisions(
                            new Artists(),
                            new Second(sql -> sql.execute("set transaction_timeout = '77 s';"
                                    + " set session authorization singer_" + database.name())),
                            new Third())
                    .build()
                    .upgrade();

            assertThat(first(pool, "select session_user || ' ' || current_setting('transaction_timeout')"))
                    .isEqualTo("postgres 0");
        }
        assertThat(database.query("select distinct applied_by from waymark_revision"))
                .containsExactly("postgres");
    }

    @Test
    void aStepThatSetARoleIsRecordedAllTheSame() {
        database.execute("create role owner_" + database.name());

        Migrators.on(database, new Artists(), new Second(sql -> sql.execute("set role owner_" + database.name())))
                .upgrade();

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void aLockTimeoutOfTheRoleDoesNotBreakOffAnIndex() throws Exception {
        Migrators.on(database, new Artists()).upgrade();
        database.execute("alter database " + database.name() + " set lock_timeout = '500 ms'");
        try (Connection writer = database.dataSource().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("insert into artists values (1)");
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> commit(writer), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

            Migrators.on(
                            database,
                            new Artists(),
                            new Alone(sql -> sql.execute("create index concurrently artists_id on artists (id)")))
                    .upgrade();
            end.join();
        }
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'artists_id'::regclass"))
                .containsExactly("t");
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HikariDataSource poolOfOne() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static String first(HikariDataSource pool, String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
