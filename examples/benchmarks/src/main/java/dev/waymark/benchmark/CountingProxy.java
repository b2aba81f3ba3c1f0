package dev.waymark.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and a PostgreSQL server, passes everything on, and counts. */
final class CountingProxy implements AutoCloseable {

    /** What to do with bytes before they are passed on. */
    @FunctionalInterface
    private interface Notice {
        void take(byte[] bytes, int length);
    }

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private Traffic traffic = Traffic.NONE;

    CountingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        start("accept", this::accept);
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
            var conversation = new Conversation(this::count);
            start("to server", () -> pass(client, server, conversation::asked));
            start("to client", () -> pass(server, client, (bytes, length) -> conversation.answered()));
        }
    }

    /** The end of one direction ends both: PostgreSQL's protocol knows no half-open connection. */
    private static void pass(Socket from, Socket to, Notice notice) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
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
