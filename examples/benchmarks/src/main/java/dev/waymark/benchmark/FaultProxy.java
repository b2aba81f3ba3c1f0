package dev.waymark.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a PostgreSQL server, passes requests on, and lets a fault happen at one of them. A request
 * is what the server answers as a whole: a simple query, or everything up to a Sync. Those of all connections are
 * numbered together.
 */
final class FaultProxy implements AutoCloseable {

    /** Which request the fault happens at. */
    @FunctionalInterface
    interface Moment {
        boolean isNow(int number, String text);
    }

    /** What happens then; the request waits meanwhile. */
    @FunctionalInterface
    interface Blow {
        void strike(int backend) throws Exception;
    }

    /** Whether the fault comes before the server gets the request, or after it has answered, which nobody hears. */
    enum Side {
        BEFORE,
        AFTER,
        NEITHER
    }

    /**
     * A fault that waits for its moment.
     *
     * @param moment when
     * @param side on which side of that
     * @param blow what
     */
    record Fault(Moment moment, Side side, Blow blow) {}

    private static final Fault NONE = new Fault((number, text) -> false, Side.NEITHER, backend -> {});

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch struck = new CountDownLatch(1);
    private final int serverPort;
    private volatile Fault fault = NONE;

    FaultProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        start("accept", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** {@return how many requests there were} */
    int requests() {
        return requests.get();
    }

    /** Prepares a fault; it happens once. */
    void arm(Fault armed) {
        fault = armed;
    }

    /** {@return whether the fault began to happen within so many seconds} */
    boolean awaitStruck(int seconds) throws InterruptedException {
        return struck.await(seconds, TimeUnit.SECONDS);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            var line = new Line(client, server);
            start("to server", line::toServer);
            start("to client", line::toClient);
        }
    }

    /** {@return the fault, if it is to happen at this request, the next one; nothing happens after it} */
    private synchronized Fault next(String text) {
        int number = requests.incrementAndGet();
        Fault armed = fault;
        if (!armed.moment().isNow(number, text)) {
            return NONE;
        }
        fault = NONE;
        return armed;
    }

    private void strike(Fault due, int backend) throws IOException {
        struck.countDown();
        try {
            due.blow().strike(backend);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("A fault could not be made to happen", e);
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
                "fault proxy: " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What a thread of the proxy does. */
    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    /** Cuts all connections, and lets nobody in any more. */
    void cut() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    /** One client's connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile Fault unheard = NONE;
        private volatile int backend;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() throws IOException {
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            try {
                WireFormat.passStart(in, client.getOutputStream(), server.getOutputStream());
                while (passRequest(in)) {
                    // each round passes one request
                }
            } finally {
                server.shutdownOutput();
            }
        }

        /** {@return whether there may be more} */
        private boolean passRequest(DataInputStream in) throws IOException {
            var bytes = new ByteArrayOutputStream();
            char type = WireFormat.readRequest(in, new DataOutputStream(bytes));
            if (type == WireFormat.QUERY || type == WireFormat.SYNC) {
                Fault due = next(WireFormat.text(bytes.toByteArray()));
                if (due.side() == Side.BEFORE) {
                    strike(due, backend);
                    return false;
                }
                unheard = due;
            }
            bytes.writeTo(server.getOutputStream());
            return type != WireFormat.TERMINATE;
        }

        /** The end of the server's side ends both: what the server said last is passed on first. */
        void toClient() throws IOException {
            try (client;
                    server) {
                var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
                while (true) {
                    passAnswer(in);
                }
            }
        }

        private void passAnswer(DataInputStream in) throws IOException {
            var bytes = new ByteArrayOutputStream();
            char type = WireFormat.readMessage(in, new DataOutputStream(bytes));
            if (type == WireFormat.BACKEND_KEY) {
                backend = WireFormat.firstInt(bytes.toByteArray());
            }
            Fault due = unheard;
            if (due.side() != Side.AFTER) {
                bytes.writeTo(client.getOutputStream());
            } else if (type == WireFormat.READY) {
                strike(due, backend);
                unheard = NONE;
            }
        }
    }
}
