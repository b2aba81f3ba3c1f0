package dev.waymark.neo4j.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of the Bolt protocol: chunks with two bytes of length before each, and an empty one at the end.
 *
 * @param bytes all of it, as it is sent
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/message/">Bolt, messages</a>
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes or compares its bytes
record Message(byte[] bytes) {

    private static final int LENGTH = 2;
    private static final int SIGNATURE = 3;
    private static final int READABLE = 160;

    private static final int RUN = 0x10;
    private static final int BEGIN = 0x11;
    private static final int COMMIT = 0x12;
    private static final int SUCCESS = 0x70;
    private static final int IGNORED = 0x7E;
    private static final int FAILURE = 0x7F;

    /** The next one; empty ones, which only keep a connection alive, come as messages too. */
    static Message next(DataInputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = in.readUnsignedShort();
            all.write(length >> Byte.SIZE);
            all.write(length);
            all.write(in.readNBytes(length));
        } while (length > 0);
        return new Message(all.toByteArray());
    }

    boolean isEmpty() {
        return bytes.length == LENGTH;
    }

    /** Whether a client's message makes the server do something. */
    boolean isDeed() {
        return isEmpty() ? false : is(RUN) || is(BEGIN) || is(COMMIT);
    }

    /** Whether a server's message ends its answer to one of a client's. */
    boolean isSummary() {
        return isEmpty() ? false : is(SUCCESS) || is(IGNORED) || is(FAILURE);
    }

    private boolean is(int signature) {
        return bytes[SIGNATURE] == (byte) signature;
    }

    void write(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** What it says, as far as it can be read. */
    String readable() {
        String kind = is(RUN) ? "RUN" : is(BEGIN) ? "BEGIN" : "COMMIT";
        String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("[^\\p{Graph}]+", " ");
        return kind + " " + text.substring(0, Math.min(text.length(), READABLE));
    }
}
