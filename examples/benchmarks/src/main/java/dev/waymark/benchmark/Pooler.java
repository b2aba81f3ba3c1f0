package dev.waymark.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PgBouncer in transaction mode before a server. */
final class Pooler implements AutoCloseable {

    private static final String SETTINGS = """
            [databases]
            * = host=127.0.0.1 port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 20
            max_client_conn = 200
            ignore_startup_parameters = extra_float_digits
            """;

    private final Process process;
    private final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean exists() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        Stream<Path> folders = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(Path::of);
        return Stream.concat(folders, Stream.of(Path.of("/usr/sbin")))
                .map(folder -> folder.resolve("pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts PgBouncer; its settings go to a file in a directory. */
    static Pooler start(Path directory, int serverPort, Forks forks) throws IOException, InterruptedException {
        int port = freePort();
        Path settings = Files.createTempFile(directory, "pgbouncer", ".ini");
        Files.writeString(settings, SETTINGS.formatted(serverPort, port));
        Process process = forks.start(new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        var pooler = new Pooler(process, port);
        pooler.awaitOpen();
        return pooler;
    }

    /** PgBouncer refuses to run as root, so it gets another user there. */
    private static List<String> command(Path settings) {
        var command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitOpen() throws InterruptedException {
        long deadline = System.nanoTime() + Stage.PATIENCE * 1_000_000_000L;
        while (!isOpen()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IllegalStateException("PgBouncer does not start");
            }
            Thread.sleep(50);
        }
    }

    private boolean isOpen() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
