package dev.waymark.benchmark;

import java.util.function.Consumer;

/**
 * Counts one connection and its round trips, whatever the protocol: the server answers after the client had asked. What
 * a client sends without waiting for the answers is one round trip if the wire is long enough for it to be sent before
 * the first of them comes back.
 */
final class Turns implements Conversation {

    private final Consumer<Traffic> counter;
    private boolean asked;

    Turns(Consumer<Traffic> counter) {
        this.counter = counter;
        counter.accept(new Traffic(1, 0, 0, 0));
    }

    @Override
    public synchronized void asked(byte[] bytes, int length) {
        asked = true;
    }

    @Override
    public synchronized void answered() {
        if (asked) {
            counter.accept(new Traffic(0, 0, 1, 0));
        }
        asked = false;
    }
}
