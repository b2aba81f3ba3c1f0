package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Where faults happen: a server, databases on it, and processes that upgrade them. */
final class Stage implements AutoCloseable {

    /** How many seconds the server gets for what it should do at once. */
    static final int PATIENCE = 30;

    private static final int LANES = 8;

    /** Everything of the user's schema, and whether its indexes are valid. */
    private static final String CATALOG = """
            select string_agg(thing, ',' order by thing) from (
                select c.relname || '.' || a.attname || ':' || a.atttypid::regtype || ':'
                        || coalesce(i.indisvalid::text, '') as thing
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                left join pg_index i on i.indexrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped) things
            """;

    private static final String END_ALL =
            "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where datname = '%s' and pid <> %d";

    private static final String INDEXES = """
            select coalesce(min(case when indisvalid then 'valid' else 'INVALID' end), 'missing')
            from pg_index join pg_class on oid = indexrelid where relname like 'item_1_name%'
            """;

    /** Times, UUIDs, durations, and the numbers that Liquibase makes of the time. */
    private static final Pattern VOLATILE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.+-]+|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
                    + "|<(execution_time|took|deployment_id)>[^<]*<");

    private final Bench bench;
    private final Server server;
    private final Optional<String> python;
    private final AtomicInteger databases = new AtomicInteger();
    private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);

    Stage(Bench bench, Server server) {
        this.bench = bench;
        this.server = server;
        this.python = AlembicFiles.python();
    }

    Server server() {
        return server;
    }

    FaultSettings settings() {
        return bench.settings().faults();
    }

    /** {@return what runs several attempts at the same time} */
    ExecutorService lanes() {
        return lanes;
    }

    /** {@return whether a tool can run on this machine} */
    boolean has(FaultTool tool) {
        return tool != FaultTool.ALEMBIC || python.isPresent();
    }

    Path material(FaultTool tool, String name, List<Ddl> revisions) throws IOException {
        return bench.materials().of(tool, name, revisions);
    }

    /** {@return an attempt on a database that is new and empty} */
    Attempt attempt(FaultTool tool, Path material) throws SQLException {
        String database = "faults_" + databases.incrementAndGet();
        server.execute("postgres", "create database " + database);
        return new Attempt(tool, material, server.port(), database);
    }

    /** {@return a process that is ready for an attempt} */
    Child ready(Attempt attempt) throws IOException, InterruptedException {
        return start(attempt).awaitReady();
    }

    /** {@return a process that gets ready for an attempt} */
    Child start(Attempt attempt) throws IOException {
        return bench.forks().child(command(attempt));
    }

    private List<String> command(Attempt attempt) {
        String material = attempt.material().toString();
        return switch (attempt.tool()) {
            case FLYWAY, FLYWAY_SESSION -> java(Tool.FLYWAY_SQL, attempt, material);
            case LIQUIBASE -> java(Tool.LIQUIBASE, attempt, material);
            case WAYMARK -> java(Tool.WAYMARK, attempt, material);
            case ALEMBIC ->
                List.of(
                        python.orElseThrow(),
                        attempt.material().resolve(AlembicFiles.RUN).toString(),
                        attempt.url());
        };
    }

    private List<String> java(Tool tool, Attempt attempt, String material) {
        return bench.forks()
                .faultCommand(tool, attempt.material(), attempt.tool().title(), attempt.url(), material);
    }

    /** {@return how an undisturbed attempt ended} */
    Ending upgrade(Attempt attempt) throws IOException, InterruptedException {
        return ready(attempt).release().await();
    }

    /** Makes an attempt that has to end well, since what follows builds on it. */
    void upgradeOrFail(Attempt attempt) throws IOException, InterruptedException {
        Ending ending = upgrade(attempt);
        if (!ending.isDone()) {
            throw new IllegalStateException("An undisturbed upgrade fails: " + ending);
        }
    }

    /** {@return the whole schema of a database and its history, as text that is equal when they are} */
    String state(Attempt attempt) throws SQLException {
        String history;
        try {
            history = server.value(attempt.database(), attempt.tool().history());
        } catch (SQLException e) {
            history = "none: " + e.getSQLState();
        }
        return history + "\n" + server.value(attempt.database(), CATALOG);
    }

    /**
     * {@return all that a database holds, as text} What differs from run to run is left out where it is known, so that
     * equal texts mean that a tool will find the same.
     */
    String contents(Attempt attempt) throws SQLException {
        return VOLATILE.matcher(state(attempt)
                        + server.value(attempt.database(), "select schema_to_xml('public', true, false, '')"))
                .replaceAll("");
    }

    /** Waits until the server has noticed that the clients of a database are gone. */
    void awaitNoSessions(Attempt attempt) throws SQLException, InterruptedException {
        await("select count(*) = 0 from pg_stat_activity where datname = '" + attempt.database() + "'");
    }

    /** {@return whether a condition on the server came true in time} */
    boolean await(String condition) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE * 1_000_000_000L;
        while (!"t".equals(server.value("postgres", condition))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    /** Ends a process of the server, and returns when it is gone. */
    void endBackend(int pid) throws SQLException {
        server.value("postgres", "select pg_terminate_backend(" + pid + ", " + PATIENCE * 1000 + ")");
    }

    /** Ends all server processes of a database. */
    void endAll(Attempt attempt) throws SQLException, InterruptedException {
        server.value("postgres", END_ALL.formatted(attempt.database(), 0));
        awaitNoSessions(attempt);
    }

    /** Ends all server processes of a database but that of one connection. */
    void endAllBut(Attempt attempt, Connection spared) throws SQLException {
        int pid = spared.unwrap(PGConnection.class).getBackendPID();
        server.value("postgres", END_ALL.formatted(attempt.database(), pid));
    }

    /** {@return whether the index of the first table is valid, INVALID or missing} */
    String indexes(Attempt attempt) throws SQLException {
        return server.value(attempt.database(), INDEXES);
    }

    /** {@return a pooler before the server} */
    Pooler pooler() throws IOException, InterruptedException {
        return Pooler.start(bench.directory(), server.port(), bench.forks());
    }

    void drop(Attempt attempt) throws SQLException {
        server.drop(attempt.database());
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }
}
