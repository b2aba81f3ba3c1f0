package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.RunEvent;
import dev.waymark.run.RunEvent.StatementRunning;
import dev.waymark.run.Settings;
import dev.waymark.session.StatementReport;
import dev.waymark.session.StatementWatch;
import dev.waymark.session.WatchedListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** What a second session sees of the statement that the run waits for. */
@Timeout(60)
class StatementWatchIT {

    private static final Step TRANSACTIONAL = step(true);
    private static final Step ALONE = step(false);

    private final TestDatabase database = TestDatabase.create();
    private final BlockingQueue<StatementRunning> reports = new LinkedBlockingQueue<>();
    private Connection worker;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        database.execute("create table artists (id integer)");
        worker = connect("worker");
        other = connect("other");
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        worker.close();
        other.close();
    }

    @Test
    void aConcurrentIndexThatWaitsIsReportedWithItsPhaseAndItsBlocker() throws Exception {
        execute(other, "insert  into artists\n values (1)");
        try (StatementWatch watch = watch(Duration.ofMillis(200), Duration.ZERO)) {
            CompletableFuture<Void> index =
                    running(watch, ALONE, "create index concurrently artists_id on artists (id)");

            StatementRunning first = reports.poll(10, TimeUnit.SECONDS);
            StatementRunning second = reports.poll(10, TimeUnit.SECONDS);
            other.rollback();
            index.get(30, TimeUnit.SECONDS);

            assertThat(first.progress()).contains("waiting for writers before build");
            assertThat(first.blocker().map(StatementWatchIT::withoutSeconds))
                    .contains(
                            "pid %d, 'other' from 127.0.0.1, idle in transaction for _ s: insert into artists values (1)"
                                    .formatted(pid(other)));
            assertThat(first.runningFor()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(second.runningFor())
                    .isGreaterThanOrEqualTo(first.runningFor().plusMillis(150));
        }
    }

    @Test
    void theBlockerIsKnownWhenTheLockTimeoutStrikes() throws Exception {
        execute(other, "select * from artists");
        worker.setAutoCommit(false);
        execute(worker, "set local lock_timeout to '2s'");
        try (StatementWatch watch = watch(Duration.ZERO, Duration.ofSeconds(2));
                WatchedListener told = watch.telling(event -> {})) {
            told.accept(new RunEvent.StatementStarted(TRANSACTIONAL, 1, "alter"));
            assertThatThrownBy(() -> execute(worker, "alter table artists add column name text"))
                    .hasMessageContaining("lock timeout");

            assertThat(told.lastBlocker().map(StatementWatchIT::withoutSeconds))
                    .contains("pid %d, 'other' from 127.0.0.1, idle in transaction for _ s: select * from artists"
                            .formatted(pid(other)));

            told.accept(new RunEvent.StatementStarted(TRANSACTIONAL, 1, "alter"));
            assertThat(told.lastBlocker()).isEmpty();
        }
    }

    @Test
    void ofSeveralBlockersTheOneThatWaitsForNobodyIsNamed() throws Exception {
        execute(other, "select * from artists");
        try (Connection queued = connect("queued");
                StatementWatch watch = watch(Duration.ofMillis(200), Duration.ZERO)) {
            CompletableFuture<Void> locked =
                    CompletableFuture.runAsync(() -> run(queued, "begin; lock table artists; commit"));
            awaitLockWait();
            CompletableFuture<Void> alter = running(watch, TRANSACTIONAL, "alter table artists add column name text");

            StatementRunning report = reports.poll(10, TimeUnit.SECONDS);
            other.rollback();
            CompletableFuture.allOf(locked, alter)
                    .handle((done, failure) -> failure)
                    .get(30, TimeUnit.SECONDS);

            assertThat(report.blocker().map(StatementWatchIT::withoutSeconds))
                    .contains(
                            "pid %d, 'other' from 127.0.0.1, idle in transaction for _ s: select * from artists (and 1 more)"
                                    .formatted(pid(other)));
        }
    }

    @Test
    void theProgressOfAnIndexIsToldInPercent() throws Exception {
        database.execute("""
                create function slow(value integer) returns integer immutable language plpgsql as
                    'begin perform pg_sleep(0.005); return value; end';
                insert into artists select generate_series(1, 400)""");
        try (StatementWatch watch = watch(Duration.ofMillis(300), Duration.ZERO)) {
            running(watch, TRANSACTIONAL, "create index artists_slow on artists (slow(id))")
                    .get(30, TimeUnit.SECONDS);
        }

        assertThat(reports)
                .extracting(report -> report.progress().orElse(""))
                .anyMatch(progress ->
                        progress.matches("building index: scanning table, \\d+ %, waits on Timeout PgSleep"));
        assertThat(reports).allMatch(report -> report.blocker().isEmpty());
    }

    @Test
    void aSessionBehindAPoolerIsFoundByTheTextOfItsStatement() throws Exception {
        WatchedBackend backend = WatchedBackend.ofStatement("run 4711");
        try (SecondConnection second = new SecondConnection(dataSource("second"), "the database", () -> backend)) {
            CompletableFuture<Void> sleep =
                    CompletableFuture.runAsync(() -> run(worker, "/* run 4711 */ select pg_sleep(1)"));

            Optional<StatementReport> report = Optional.empty();
            while (report.flatMap(StatementReport::progress).isEmpty() && !sleep.isDone()) {
                report = second.look();
            }

            assertThat(report).contains(new StatementReport(Optional.of("waits on Timeout PgSleep"), Optional.empty()));
            sleep.get(30, TimeUnit.SECONDS);
            assertThat(second.look()).as("idle").isEmpty();
        }
    }

    @Test
    void nothingIsReportedOnAStatementThatFailedAndWasCaught() throws Exception {
        try (StatementWatch watch = watch(Duration.ofMillis(100), Duration.ZERO);
                WatchedListener told = watch.telling(this::keepReport)) {
            told.accept(new RunEvent.StatementStarted(ALONE, 1, "select nonsense"));
            assertThatThrownBy(() -> execute(worker, "select nonsense")).isInstanceOf(SQLException.class);
            Thread.sleep(400);
        }

        assertThat(reports).isEmpty();
    }

    @Test
    void whatEndsSoonNeedsNoConnection() throws Exception {
        try (StatementWatch watch = watch(Duration.ofSeconds(10), Duration.ofSeconds(5))) {
            for (int i = 0; i < 20; i++) {
                running(watch, TRANSACTIONAL, "select pg_sleep(0.01)").get(30, TimeUnit.SECONDS);
            }

            assertThat(sessionsOfTheWatch()).isZero();
        }
    }

    @Test
    void theThreadAndTheConnectionGoWithTheSession() throws Exception {
        try (StatementWatch watch = watch(Duration.ofMillis(100), Duration.ZERO)) {
            assertThat(threads()).as("before the first statement").isZero();
            running(watch, ALONE, "select pg_sleep(0.5)").get(30, TimeUnit.SECONDS);

            assertThat(threads()).isEqualTo(1);
            awaitSessionsOfTheWatch(1);
        }

        assertThat(threads()).isZero();
        awaitSessionsOfTheWatch(0);
    }

    private StatementWatch watch(Duration reportAfter, Duration lockTimeout) throws SQLException {
        int pid = pid(worker);
        return new StatementWatch(
                new SecondConnection(dataSource("second"), "the database", () -> WatchedBackend.ofPid(pid)),
                Settings.defaults()
                        .withReportAfter(reportAfter)
                        .withLockTimeout(lockTimeout)
                        .timeouts());
    }

    /** Runs a statement as a session does, in a thread that stands for the run's. */
    private CompletableFuture<Void> running(StatementWatch watch, Step step, String sql) {
        return CompletableFuture.runAsync(() -> {
            try (WatchedListener told = watch.telling(this::keepReport)) {
                told.accept(new RunEvent.StatementStarted(step, 1, sql));
                run(worker, sql);
                told.accept(new RunEvent.StatementFinished(step, 1, sql, 0, Duration.ZERO));
            }
        });
    }

    private void keepReport(RunEvent event) {
        if (event instanceof StatementRunning report) {
            reports.add(report);
        }
    }

    private void awaitLockWait() throws InterruptedException {
        String waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = '%s'"
                .formatted(database.name());
        while (database.query(waiting).isEmpty()) {
            Thread.sleep(50);
        }
    }

    private void awaitSessionsOfTheWatch(long count) throws InterruptedException {
        for (int i = 0; sessionsOfTheWatch() != count && i < 100; i++) {
            Thread.sleep(50);
        }
        assertThat(sessionsOfTheWatch()).isEqualTo(count);
    }

    private long sessionsOfTheWatch() {
        return Long.parseLong(database.query("select count(*) from pg_stat_activity where application_name = 'second'")
                .get(0));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("waymark-watch"))
                .count();
    }

    private static String withoutSeconds(String description) {
        return description.replaceAll("for \\d+ s", "for _ s");
    }

    private Connection connect(String name) throws SQLException {
        return dataSource(name).getConnection();
    }

    private PGSimpleDataSource dataSource(String name) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setApplicationName(name);
        return dataSource;
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static void run(Connection connection, String sql) {
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Step step(boolean transactional) {
        return new Step(
                new RevisionInfo(new RevisionId("002"), List.of(), "", List.of(), List.of(), transactional, ""),
                Direction.UP);
    }
}
