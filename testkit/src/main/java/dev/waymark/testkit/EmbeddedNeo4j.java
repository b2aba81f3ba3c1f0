package dev.waymark.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A Neo4j server in this JVM, for tests: Community Edition, without authentication, reached by Bolt on a free port. It
 * needs {@code org.neo4j:neo4j} on the class path, 5.26 on Java 17, or a newer one on Java 21. Its class path is not
 * that of a module: tests that use it run on the class path.
 *
 * <p>The first server of a JVM takes some 6 seconds and 400 MB, each further one half a second and 60 MB. Closing it
 * deletes its files; as long as it runs, the JVM does not end by itself. It is thread-safe.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    private static final String HOST = "localhost";

    private final Path home;
    private final int port;
    private Neo4jService service;

    private EmbeddedNeo4j(Path home, int port) {
        this.home = home;
        this.port = port;
        service = Neo4jService.start(home, HOST, port);
    }

    /**
     * {@return a server with an empty database} Its files are in a new directory of the directory for temporary files.
     *
     * @throws IllegalStateException if {@code org.neo4j:neo4j} is not on the class path, or the server can't start
     */
    public static EmbeddedNeo4j start() {
        try {
            return start(Files.createTempDirectory("waymark-neo4j"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return a server with an empty database}
     *
     * @param home where its files go: a directory that is empty, or is made; it is deleted when the server is closed
     * @throws IllegalStateException if {@code org.neo4j:neo4j} is not on the class path, or the server can't start
     */
    public static EmbeddedNeo4j start(Path home) {
        try {
            return new EmbeddedNeo4j(home.toAbsolutePath().normalize(), freePort());
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "An embedded Neo4j needs org.neo4j:neo4j on the class path, with Java 17 for 5.26 and Java 21 for newer"
                            + " ones. Add it as a test dependency.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    /** {@return where it is, as a driver takes it; connect with {@code AuthTokens.none()}} */
    public String uri() {
        return "bolt://%s:%d".formatted(HOST, port);
    }

    /**
     * Deletes all that is in its database: nodes, relationships, constraints and indexes. What the server makes by
     * itself stays. Transactions that are open are ended.
     */
    public synchronized void wipe() {
        service.wipe();
    }

    /** Stops it and starts it again, with what was committed, at the same address. */
    public synchronized void restart() {
        stop();
        resume();
    }

    /** Stops it, and keeps what was committed until {@link #resume()} or {@link #close()}. */
    public synchronized void stop() {
        service.stop();
    }

    /**
     * Starts it again after {@link #stop()}, at the same address.
     *
     * @throws IllegalStateException if it can't start, or runs already
     */
    public synchronized void resume() {
        service = Neo4jService.start(home, HOST, port);
    }

    /** Stops it and deletes its files; does nothing if it was closed before. */
    @Override
    public synchronized void close() {
        service.stop();
        if (Files.notExists(home)) {
            return;
        }
        try {
            Files.walkFileTree(home, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the embedded Neo4j can't be deleted: " + home, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
