package dev.waymark.neo4j.fault;

import java.io.IOException;
import java.util.concurrent.CompletionException;

/** Threads that serve a test and end with their sockets. */
final class Daemon {

    private Daemon() {}

    /** Starts a thread. A closed socket is how it learns that it is over. */
    static void start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException | CompletionException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What such a thread does. */
    @FunctionalInterface
    interface Task {

        void run() throws IOException;
    }
}
