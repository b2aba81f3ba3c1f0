package dev.waymark.neo4j;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This process, as others are told of it. */
final class Client {

    private Client() {}

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unknown host";
        }
    }

    static long pid() {
        return ProcessHandle.current().pid();
    }
}
