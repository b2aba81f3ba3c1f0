package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.MigratorBuilder;
import dev.waymark.Revision;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Behind a pooler a step without a transaction has a lease instead of a lock, which others respect. */
class LeaseIT {

    private static final String SEEN =
            "create table seen as select query from pg_stat_activity where pid = pg_backend_pid()";

    private static final String LONG = "create table slow as select pg_sleep(2)::text";

    private final TestDatabase database = TestDatabase.create();

    @Test
    void itsStatementsNameTheRunSoThatTheServerTellsWhetherOneStillRuns() throws IOException {
        upgradeBehindPooler(SEEN, event -> {});

        assertThat(database.query("select query from seen").get(0))
                .matches("(?s).*/\\* waymark [0-9a-f-]{36} \\*/ create table seen as .*");
    }

    @Test
    void aMigratorWithASessionWaitsForIt() throws IOException {
        CompletableFuture<Throwable> refusal = new CompletableFuture<>();

        upgradeBehindPooler("create table t ()", event -> {
            if (event instanceof RunEvent.StatementStarted) {
                refusal.complete(refusalOfAnother());
            }
        });

        assertThat(refusal.join())
                .isInstanceOf(LockNotAcquiredException.class)
                .message()
                .matches("""
                        Another migrator is still at work; waited 0 s for its lock\\.
                          Held by a lease of process \\d+( on \\S+)?, which is applying 'lone' through a pooler; it ends in \\d+ s unless it is renewed\\.
                        The database was not touched\\.
                        To fix this: .*""");
    }

    @Test
    void oneThatHasRunOutHoldsAsLongAsItsStatementRuns() throws IOException {
        CompletableFuture<Throwable> refusal = new CompletableFuture<>();

        upgradeBehindPooler(LONG, event -> {
            if (event instanceof RunEvent.StatementStarted) {
                Daemon.start("another", () -> refusal.complete(refusalAfterTheLease()));
            }
        });

        assertThat(refusal.join())
                .isInstanceOf(LockNotAcquiredException.class)
                .hasMessageContaining("it ends in 0 s unless it is renewed.\n  Its statement: ")
                .hasMessageContaining(LONG);
    }

    private Throwable refusalAfterTheLease() {
        Await.until("the statement", () -> !database.query("select 1 from pg_stat_activity where state = 'active'"
                        + " and query like '%slow as select%' and pid <> pg_backend_pid()")
                .isEmpty());
        database.execute("update waymark_revision set lease_until = now() - interval '1 hour' where id = 'lone'");
        return refusalOfAnother();
    }

    private Throwable refusalOfAnother() {
        try {
            migrator(database.port(), "create table t ()")
                    .settings(Settings.defaults().withLockWait(Duration.ZERO))
                    .build()
                    .upgrade();
            return new AssertionError("It got in");
        } catch (LockNotAcquiredException e) {
            return e;
        }
    }

    private void upgradeBehindPooler(String statement, Consumer<RunEvent> listener) throws IOException {
        try (FakePooler pooler = new FakePooler(database.port(), 3)) {
            migrator(pooler.port(), statement).listener(listener).build().upgrade();
        }
        assertThat(database.applied()).containsExactly("lone (head)");
    }

    private MigratorBuilder migrator(int port, String statement) {
        return Migrator.postgres(Databases.url(port, database)).revisions(new Lone(statement));
    }

    @Revision(id = "lone", transactional = false)
    record Lone(String statement) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(statement);
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
