package dev.waymark.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** The streams of a socket, buffered. */
final class Streams {

    private Streams() {}

    static DataInputStream in(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
    }

    static OutputStream out(Socket socket) throws IOException {
        return new BufferedOutputStream(socket.getOutputStream(), 65_536);
    }
}
