package dev.waymark.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A pooler in transaction mode, at its worst: a client never has the same server connection in two transactions that
 * follow each other, and nothing is reset between them. Needs more server connections than clients, and trust; does not
 * understand COPY.
 */
final class FakePooler implements AutoCloseable {

    private static final int FIRST_PID = 1_000_000;

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger clients = new AtomicInteger(FIRST_PID);
    private final Object monitor = new Object();
    private final List<Backend> idle = new ArrayList<>();
    private final int serverPort;
    private final int size;
    private volatile byte[] greeting = {};
    private boolean open;

    /** With so many server connections: at least one more than clients, and two. */
    FakePooler(int serverPort, int size) throws IOException {
        this.serverPort = serverPort;
        this.size = size;
        Daemon.start("pooler: accept", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            client.setTcpNoDelay(true);
            Daemon.start("pooler: client", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = Streams.in(client);
            OutputStream out = Streams.out(client);
            Frame startup = Frame.first(in, out);
            if (!startup.isCancelRequest()) {
                out.write(greeting(startup));
                Frame.backendKey(clients.incrementAndGet()).write(out);
                Frame.ready().write(out);
                out.flush();
                converse(new Client(in, out, startup));
            }
        }
    }

    private static void converse(Client client) throws IOException {
        try (client) {
            while (client.speaks()) {
                client.isAnswered();
            }
        }
    }

    /** What the servers said when they were connected to, which the first client brings about. */
    private byte[] greeting(Frame startup) throws IOException {
        synchronized (monitor) {
            while (!open && idle.size() < size) {
                idle.add(new Backend(startup));
            }
            open = true;
            return greeting;
        }
    }

    private Backend take(@Nullable Backend last) throws IOException {
        synchronized (monitor) {
            try {
                Optional<Backend> other = idleOtherThan(last);
                while (other.isEmpty()) {
                    monitor.wait();
                    other = idleOtherThan(last);
                }
                idle.remove(other.get());
                return other.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private Optional<Backend> idleOtherThan(@Nullable Backend last) {
        return idle.stream().filter(backend -> !backend.equals(last)).findFirst();
    }

    private void giveBack(Backend backend) {
        synchronized (monitor) {
            idle.add(backend);
            monitor.notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        synchronized (monitor) {
            for (Backend backend : idle) {
                backend.close();
            }
        }
    }

    /** One who uses the pool. */
    private final class Client implements AutoCloseable {

        private final DataInputStream in;
        private final OutputStream out;
        private final Frame startup;
        private @Nullable Backend backend;
        private @Nullable Backend last;

        Client(DataInputStream in, OutputStream out, Frame startup) {
            this.in = in;
            this.out = out;
            this.startup = startup;
        }

        /** Hands on what the client says, up to where an answer is due; false if it says goodbye. */
        boolean speaks() throws IOException {
            while (true) {
                Frame frame = Frame.next(in);
                if (frame.letter() == Frame.TERMINATE) {
                    return false;
                }
                frame.write(server().out);
                if (frame.endsConversation()) {
                    server().out.flush();
                    return true;
                }
            }
        }

        private Backend server() throws IOException {
            if (backend == null) {
                backend = take(last);
            }
            return backend;
        }

        void isAnswered() throws IOException {
            Backend answering = server();
            Frame frame;
            do {
                frame = Frame.next(answering.in);
                frame.write(out);
            } while (!frame.isReady());
            out.flush();
            if (frame.isReadyOutsideTransaction()) {
                last = answering;
                backend = null;
                giveBack(answering);
            }
        }

        /** A server connection that was left in a transaction is of no use to anybody. */
        @Override
        public void close() throws IOException {
            if (backend != null) {
                backend.close();
                giveBack(new Backend(startup));
            }
        }
    }

    /** A server connection. */
    private final class Backend {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        private final DataInputStream in = Streams.in(socket);
        private final OutputStream out = Streams.out(socket);

        Backend(Frame startup) throws IOException {
            socket.setTcpNoDelay(true);
            startup.write(out);
            out.flush();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            for (Frame frame = Frame.next(in); !frame.isReady(); frame = Frame.next(in)) {
                if (frame.letter() != Frame.BACKEND_KEY) {
                    frame.write(said);
                }
            }
            greeting = said.toByteArray();
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
