package dev.waymark.benchmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of PostgreSQL's protocol, 3.0, as it takes to tell one message from the next. */
final class WireFormat {

    static final char QUERY = 'Q';
    static final char SYNC = 'S';
    static final char TERMINATE = 'X';
    static final char READY = 'Z';
    static final char BACKEND_KEY = 'K';

    /** Parse, Bind, Describe, Execute, Close: what waits for a Sync. */
    private static final String PARTS = "PBDEC";

    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int TYPED_HEADER = 5;

    private WireFormat() {}

    /** Passes the first message on, which has no type; a wish for encryption before it is declined. */
    static void passStart(DataInputStream in, OutputStream client, OutputStream server) throws IOException {
        while (true) {
            int length = in.readInt();
            int code = in.readInt();
            if (code != TLS_REQUEST && code != GSS_REQUEST) {
                byte[] rest = in.readNBytes(length - 8);
                server.write(ByteBuffer.allocate(length)
                        .putInt(length)
                        .putInt(code)
                        .put(rest)
                        .array());
                return;
            }
            client.write('N');
        }
    }

    /** Reads messages up to one that doesn't wait for a Sync. {@return the type of the last} */
    static char readRequest(DataInputStream in, DataOutputStream out) throws IOException {
        char type = readMessage(in, out);
        while (PARTS.indexOf(type) >= 0) {
            type = readMessage(in, out);
        }
        return type;
    }

    /** Reads one message. {@return its type} */
    static char readMessage(DataInputStream in, DataOutputStream out) throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        out.writeByte(type);
        out.writeInt(length);
        out.write(in.readNBytes(length - 4));
        return (char) type;
    }

    /** {@return the first number in a message} */
    static int firstInt(byte[] message) {
        return ByteBuffer.wrap(message).getInt(TYPED_HEADER);
    }

    /** {@return a request as text, to look for words in it} */
    static String text(byte[] request) {
        return new String(request, StandardCharsets.UTF_8);
    }
}
