package dev.waymark.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Counts one connection's traffic by reading what the client says in PostgreSQL's protocol. The first messages have no
 * type; the one that names the protocol's version, 3, ends that.
 */
final class PostgresConversation implements Conversation {

    private static final int UNTYPED_HEADER = 4;
    private static final int TYPED_HEADER = 5;

    private final Consumer<Traffic> counter;
    private final Turns turns;
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private boolean typed;

    PostgresConversation(Consumer<Traffic> counter) {
        this.counter = counter;
        turns = new Turns(counter);
    }

    @Override
    public synchronized void asked(byte[] bytes, int length) {
        turns.asked(bytes, length);
        pending = ByteBuffer.allocate(pending.remaining() + length)
                .put(pending)
                .put(bytes, 0, length)
                .flip();
        while (isComplete()) {
            ByteBuffer message = pending.slice(pending.position(), messageLength());
            pending.position(pending.position() + messageLength());
            read(message);
        }
    }

    @Override
    public void answered() {
        turns.answered();
    }

    private boolean isComplete() {
        return pending.remaining() >= (typed ? TYPED_HEADER : UNTYPED_HEADER) && pending.remaining() >= messageLength();
    }

    private int messageLength() {
        int start = pending.position();
        return typed ? 1 + pending.getInt(start + 1) : pending.getInt(start);
    }

    private void read(ByteBuffer message) {
        if (!typed) {
            typed = message.getInt(UNTYPED_HEADER) >>> 16 == 3;
            return;
        }
        char type = (char) message.get(0);
        boolean runs = type == 'Q' || type == 'E';
        boolean locks = (type == 'Q' || type == 'P') && text(message).contains("lock");
        counter.accept(new Traffic(0, runs ? 1 : 0, 0, locks ? 1 : 0));
    }

    private static String text(ByteBuffer message) {
        return StandardCharsets.UTF_8.decode(message.duplicate()).toString().toLowerCase(Locale.ROOT);
    }
}
