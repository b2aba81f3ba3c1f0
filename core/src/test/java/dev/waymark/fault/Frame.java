package dev.waymark.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message of PostgreSQL's protocol: a letter, its length, a body. The first of a connection has no letter.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">PostgreSQL, 53.7</a>
 */
final class Frame {

    static final char SIMPLE_QUERY = 'Q';
    static final char SYNC = 'S';
    static final char TERMINATE = 'X';
    static final char READY = 'Z';
    static final char BACKEND_KEY = 'K';

    private static final char NO_LETTER = 0;
    private static final int ENCRYPTION_REQUESTS = 80_877_103;
    private static final int CANCEL_REQUEST = 80_877_102;

    private final char letter;
    private final byte[] body;

    private Frame(char letter, byte[] body) {
        this.letter = letter;
        this.body = body;
    }

    static Frame backendKey(int pid) {
        return new Frame(
                BACKEND_KEY, ByteBuffer.allocate(8).putInt(pid).putInt(pid).array());
    }

    static Frame ready() {
        return new Frame(READY, "I".getBytes(StandardCharsets.US_ASCII));
    }

    /** The first message of a client that is not a wish for encryption; such wishes are refused. */
    static Frame first(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            Frame frame = new Frame(NO_LETTER, in.readNBytes(in.readInt() - Integer.BYTES));
            boolean encryption = frame.number() == ENCRYPTION_REQUESTS || frame.number() == ENCRYPTION_REQUESTS + 1;
            if (!encryption) {
                return frame;
            }
            out.write('N');
            out.flush();
        }
    }

    static Frame next(DataInputStream in) throws IOException {
        char letter = (char) in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        return new Frame(letter, body);
    }

    char letter() {
        return letter;
    }

    /** What the body begins with. */
    int number() {
        return ByteBuffer.wrap(body).getInt();
    }

    boolean isCancelRequest() {
        return letter == NO_LETTER && number() == CANCEL_REQUEST;
    }

    /** Whether a client's message ends what it says, so that the server answers up to {@link #READY}. */
    boolean endsConversation() {
        return letter == SIMPLE_QUERY || letter == SYNC;
    }

    /** Whether a client's message is only the beginning of what it says. */
    boolean goesOn() {
        return "PBDECF".indexOf(letter) >= 0;
    }

    boolean isReady() {
        return letter == READY;
    }

    boolean isReadyOutsideTransaction() {
        return isReady() && body[0] == 'I';
    }

    void write(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES + body.length);
        if (letter != NO_LETTER) {
            bytes.put((byte) letter);
        }
        bytes.putInt(Integer.BYTES + body.length).put(body);
        out.write(bytes.array(), 0, bytes.position());
    }
}
