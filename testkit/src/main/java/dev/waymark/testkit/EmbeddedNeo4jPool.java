package dev.waymark.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Embedded Neo4j servers that tests take one after the other, since a Community server has one database and a fresh
 * server costs more than emptying one. It is thread-safe.
 */
public final class EmbeddedNeo4jPool implements AutoCloseable {

    private final List<EmbeddedNeo4j> all = new ArrayList<>();
    private final Deque<EmbeddedNeo4j> free = new ArrayDeque<>();

    /** Makes a pool without servers. */
    public EmbeddedNeo4jPool() {}

    /** {@return a server with an empty database: one that was given back, or else a new one} */
    public EmbeddedNeo4j take() {
        EmbeddedNeo4j server = poll();
        if (server != null) {
            server.wipe();
            return server;
        }
        return added(EmbeddedNeo4j.start());
    }

    private synchronized EmbeddedNeo4j poll() {
        return free.poll();
    }

    private synchronized EmbeddedNeo4j added(EmbeddedNeo4j server) {
        all.add(server);
        return server;
    }

    /**
     * Gives a server back.
     *
     * @param server one that was taken and is still open
     */
    public synchronized void giveBack(EmbeddedNeo4j server) {
        free.push(server);
    }

    /** Closes all its servers, those too that were not given back. */
    @Override
    public synchronized void close() {
        all.forEach(EmbeddedNeo4j::close);
        all.clear();
        free.clear();
    }
}
