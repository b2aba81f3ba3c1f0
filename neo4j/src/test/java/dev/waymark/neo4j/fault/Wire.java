package dev.waymark.neo4j.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a Neo4j server and counts what the clients want done: each statement, each beginning and
 * each commit of a transaction is a point. At one of them it strikes; from then on nobody hears anybody.
 */
final class Wire implements AutoCloseable {

    private static final Point NOWHERE = new Point(0, Moment.BEFORE);
    private static final int HANDSHAKE = 20;
    private static final int NONE = -1;

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger points = new AtomicInteger();
    private final int serverPort;
    private final Point point;
    private final Blow blow;
    private final CompletableFuture<String> struckAt = new CompletableFuture<>();
    private volatile boolean cut;

    private Wire(int serverPort, Point point, Blow blow) throws IOException {
        this.serverPort = serverPort;
        this.point = point;
        this.blow = blow;
        Daemon.start("wire: accept", this::accept);
    }

    /** One that only counts. */
    static Wire counting(int serverPort) throws IOException {
        return new Wire(serverPort, NOWHERE, () -> {});
    }

    static Wire striking(int serverPort, Point point, Blow blow) throws IOException {
        return new Wire(serverPort, point, blow);
    }

    String uri() {
        return "bolt://localhost:" + entrance.getLocalPort();
    }

    /** How many points there were so far. */
    int points() {
        return points.get();
    }

    /** Whether the point was reached. */
    boolean hasStruck() {
        return cut;
    }

    /** What was said at the point; waits until the blow is done. */
    String struckAt() {
        return struckAt.join();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Daemon.start("wire: connect", () -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        if (cut) {
            client.close();
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getByName("localhost"), serverPort);
            sockets.add(server);
            Line line = new Line(client, server);
            Daemon.start("wire: to server", line::toServer);
            Daemon.start("wire: to client", line::toClient);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void strike(Message said) throws IOException {
        cut = true;
        blow.strike();
        close();
        for (Socket socket : sockets) {
            socket.close();
        }
        struckAt.complete(said.readable());
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    /** When to strike: before the server hears of it, or after it has answered and before the client hears that. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /**
     * Where to strike.
     *
     * @param number which thing that the clients want done, from 1
     * @param moment when
     */
    record Point(int number, Moment moment) {}

    /** What happens at the point, beside the end of all connections. */
    @FunctionalInterface
    interface Blow {

        void strike() throws IOException;
    }

    /** One connection. The end of one direction ends both. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private final CompletableFuture<Boolean> choosing = new CompletableFuture<>();
        private int said;
        private volatile int withheld = NONE;
        private volatile Message fatal = new Message(new byte[] {0, 0});

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void toServer() throws IOException {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                OutputStream out = server.getOutputStream();
                out.write(in.readNBytes(HANDSHAKE));
                if (choosing.join()) {
                    out.write(in.readNBytes(Integer.BYTES));
                    passNumber(in, out);
                }
                while (true) {
                    Message message = Message.next(in);
                    if (!message.isEmpty()) {
                        heard(message);
                    }
                    if (!cut) {
                        message.write(out);
                    }
                }
            } catch (IOException e) {
                choosing.completeExceptionally(e);
                throw e;
            }
        }

        private void heard(Message message) throws IOException {
            said++;
            if (message.isDeed() && points.incrementAndGet() == point.number()) {
                if (point.moment() == Moment.BEFORE) {
                    strike(message);
                } else {
                    fatal = message;
                    withheld = said;
                }
            }
        }

        void toClient() throws IOException {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
                OutputStream out = client.getOutputStream();
                passHandshake(in, out);
                for (int answered = 0; ; ) {
                    Message message = Message.next(in);
                    answered += message.isSummary() ? 1 : 0;
                    if (answered == withheld) {
                        strike(fatal);
                    }
                    message.write(out);
                }
            } catch (IOException e) {
                choosing.completeExceptionally(e);
                throw e;
            }
        }

        /**
         * The server answers with a version, or with all that it has, of which the client then chooses. It is passed on
         * in one piece, since a driver 5.28 can't take it in several.
         *
         * @see <a href="https://neo4j.com/docs/bolt/current/bolt/handshake/">Bolt, handshake</a>
         */
        private void passHandshake(DataInputStream in, OutputStream out) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] answer = in.readNBytes(Integer.BYTES);
            whole.write(answer);
            boolean manifest = answer[2] == 1 && answer[3] == (byte) 0xFF;
            if (manifest) {
                whole.write(in.readNBytes(Integer.BYTES * passNumber(in, whole)));
                passNumber(in, whole);
            }
            out.write(whole.toByteArray());
            choosing.complete(manifest);
        }

        /** A number in groups of seven bits, the last without the eighth. */
        private static int passNumber(DataInputStream in, OutputStream out) throws IOException {
            int number = 0;
            int shift = 0;
            int group;
            do {
                group = in.readUnsignedByte();
                out.write(group);
                number |= (group & 0x7F) << shift;
                shift += 7;
            } while (group > 0x7F);
            return number;
        }
    }
}
