package dev.waymark.fault;

import dev.waymark.postgres.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server of a test's own, which can be killed and started again. Unlike the shared one it waits for its own writes.
 */
final class OwnServer implements AutoCloseable {

    private final Path data;
    private volatile EmbeddedPostgres running;
    private final int port;

    private OwnServer(Path data, EmbeddedPostgres running) {
        this.data = data;
        this.running = running;
        this.port = running.getPort();
    }

    /** Starts one on a directory, which is filled if it is empty. */
    static OwnServer start(Path data) throws IOException {
        return new OwnServer(data, started(data, 0));
    }

    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_keep_size", "256MB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** SIGKILL to the server and to all processes of its own. All are gone when this returns. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Await.until("the server's end", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().trim());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again, on the same port. */
    void restart() throws IOException {
        running.close();
        running = started(data, port);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    TestDatabase database(String name) {
        return new TestDatabase(name, port);
    }

    void execute(String sql) {
        database("postgres").execute(sql);
    }

    List<String> query(String sql) {
        return database("postgres").query(sql);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
