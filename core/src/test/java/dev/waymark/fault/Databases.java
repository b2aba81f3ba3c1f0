package dev.waymark.fault;

import dev.waymark.postgres.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases that are copies of others, so that many tests can begin alike. */
final class Databases {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private Databases() {}

    static TestDatabase copyOf(TestDatabase template) {
        TestDatabase copy = new TestDatabase(template.name() + "_" + COPIES.incrementAndGet(), template.port());
        onServer(template, "create database %s template %s".formatted(copy.name(), template.name()));
        return copy;
    }

    static void drop(TestDatabase database) {
        onServer(database, "drop database %s with (force)".formatted(database.name()));
    }

    /** What killed runs have left: the server learns of a client's death only when it reads from its socket. */
    static void awaitNoSessions(TestDatabase database) {
        Await.until("no session in " + database.name(), () -> Catalog.leftSessions(database)
                .isEmpty());
    }

    static void terminate(TestDatabase database, int backend) {
        onServer(database, "select pg_terminate_backend(%d, 30000)".formatted(backend));
    }

    static String url(int port, TestDatabase database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, database.name());
    }

    private static void onServer(TestDatabase database, String sql) {
        new TestDatabase("postgres", database.port()).execute(sql);
    }
}
