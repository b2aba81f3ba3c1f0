package dev.waymark.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stands between clients and a server, passes everything on, some time later if told so, and counts. */
final class CountingProxy implements AutoCloseable {

    /** What to do with bytes before they are passed on. */
    @FunctionalInterface
    private interface Notice {
        void take(byte[] bytes, int length);
    }

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final Function<Consumer<Traffic>, Conversation> protocol;
    private final Duration delay;
    private Traffic traffic = Traffic.NONE;

    private CountingProxy(int serverPort, Function<Consumer<Traffic>, Conversation> protocol, Duration delay)
            throws IOException {
        this.serverPort = serverPort;
        this.protocol = protocol;
        this.delay = delay;
        start("accept", this::accept);
    }

    /** {@return a proxy of a PostgreSQL server, which counts statements too} */
    static CountingProxy postgres(int serverPort) throws IOException {
        return new CountingProxy(serverPort, PostgresConversation::new, Duration.ZERO);
    }

    /** {@return a proxy of any server, to which everything takes so long} */
    static CountingProxy distant(int serverPort, Duration delay) throws IOException {
        return new CountingProxy(serverPort, Turns::new, delay);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** {@return what was counted since this was asked last} */
    synchronized Traffic take() {
        Traffic taken = traffic;
        traffic = Traffic.NONE;
        return taken;
    }

    private synchronized void count(Traffic more) {
        traffic = traffic.plus(more);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Conversation conversation = protocol.apply(this::count);
            start("to server", () -> pass(client, server, outward(server), conversation::asked));
            start(
                    "to client",
                    () -> pass(server, client, client.getOutputStream(), (bytes, length) -> conversation.answered()));
        }
    }

    private OutputStream outward(Socket server) throws IOException {
        return delay.isZero() ? server.getOutputStream() : new DelayedOutput(server.getOutputStream(), delay);
    }

    /** The end of one direction ends both: neither PostgreSQL's protocol nor Neo4j's knows a half-open connection. */
    private static void pass(Socket from, Socket to, OutputStream out, Notice notice) throws IOException {
        try (from;
                to;
                out) {
            InputStream in = from.getInputStream();
            var bytes = new byte[65_536];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                notice.take(bytes, length);
                out.write(bytes, 0, length);
            }
        }
    }

    /** A closed socket is how each of these threads learns that it is over. */
    private static void start(String name, Task task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "proxy: " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What a thread of the proxy does. */
    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
