package dev.waymark.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a PostgreSQL server and counts what the clients say: each simple query and each batch that
 * ends in a Sync is a point. At one of them it strikes.
 */
final class Wire implements AutoCloseable {

    /** No such point is ever reached. */
    static final Point NOWHERE = new Point(0, Moment.BEFORE);

    private static final int READABLE = 200;
    private static final int NONE = -1;

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger points = new AtomicInteger();
    private final AtomicBoolean struck = new AtomicBoolean();
    private final int serverPort;
    private volatile String saidThere = "";
    private final Point point;
    private final Blow blow;

    private Wire(int serverPort, Point point, Blow blow) throws IOException {
        this.serverPort = serverPort;
        this.point = point;
        this.blow = blow;
        Daemon.start("wire: accept", this::accept);
    }

    /** One that only counts. */
    static Wire counting(int serverPort) throws IOException {
        return new Wire(serverPort, NOWHERE, backend -> {});
    }

    static Wire striking(int serverPort, Point point, Blow blow) throws IOException {
        return new Wire(serverPort, point, blow);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many points there were so far. */
    int points() {
        return points.get();
    }

    /** Whether the point was reached. */
    boolean hasStruck() {
        return struck.get();
    }

    /** What was said at the point, as far as it can be read. */
    String saidThere() {
        return saidThere;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Daemon.start("wire: connect", () -> connect(client));
        }
    }

    /** If the server is down, the client is hung up on. */
    private void connect(Socket client) throws IOException {
        try {
            Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
            Daemon.start("wire: to server", line::toServer);
            Daemon.start("wire: to client", line::toClient);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static String readable(ByteArrayOutputStream words) {
        String text = words.toString(StandardCharsets.UTF_8).replaceAll("[^\\p{Graph}]+", " ");
        return text.substring(0, Math.min(text.length(), READABLE));
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    /**
     * When to strike: before the server hears what the client says, or after it has answered and the client has not.
     */
    enum Moment {
        BEFORE,
        AFTER
    }

    /**
     * Where to strike.
     *
     * @param number which thing that the clients say, from 1
     * @param moment when
     */
    record Point(int number, Moment moment) {}

    /** What happens at the point. */
    @FunctionalInterface
    interface Blow {

        /** Strikes; {@code backend} is the pid of the server's process that serves the connection. */
        void strike(int backend) throws IOException;
    }

    /** One connection. The end of one direction ends both: PostgreSQL's protocol knows no half-open connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile int backend;
        private int said;
        private boolean cut;
        private volatile int withheld = NONE;

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void toServer() throws IOException {
            try (client;
                    server) {
                DataInputStream in = Streams.in(client);
                OutputStream out = server.getOutputStream();
                Frame.first(in, client.getOutputStream()).write(out);
                ByteArrayOutputStream words = new ByteArrayOutputStream();
                while (true) {
                    Frame frame = Frame.next(in);
                    frame.write(words);
                    if (!frame.goesOn() && isHeard(frame, words)) {
                        out.write(words.toByteArray());
                        out.flush();
                    }
                    if (!frame.goesOn()) {
                        words.reset();
                    }
                }
            }
        }

        /** A driver may say the next thing before it was answered, which the server must not hear after a strike. */
        private boolean isHeard(Frame last, ByteArrayOutputStream words) throws IOException {
            if (last.endsConversation() && !cut) {
                said++;
                if (points.incrementAndGet() == point.number()) {
                    saidThere = readable(words);
                    reached();
                }
            }
            return !cut;
        }

        private void reached() throws IOException {
            if (point.moment() == Moment.BEFORE) {
                cut = true;
                strike();
            } else {
                withheld = said;
            }
        }

        void toClient() throws IOException {
            try (client;
                    server) {
                DataInputStream in = Streams.in(server);
                OutputStream out = Streams.out(client);
                for (int answering = 0; ; ) {
                    Frame frame = Frame.next(in);
                    if (frame.letter() == Frame.BACKEND_KEY) {
                        backend = frame.number();
                    }
                    pass(frame, answering == withheld, out);
                    answering += frame.isReady() ? 1 : 0;
                    if (in.available() == 0) {
                        out.flush();
                    }
                }
            }
        }

        private void pass(Frame frame, boolean withheldNow, OutputStream out) throws IOException {
            if (!withheldNow) {
                frame.write(out);
            } else if (frame.isReady()) {
                strike();
            }
        }

        private void strike() throws IOException {
            struck.set(true);
            blow.strike(backend);
        }
    }
}
