package dev.waymark.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Passes everything on some time later, as a long wire does: what is written while something else is under way does not
 * wait for that to arrive.
 */
final class DelayedOutput extends OutputStream {

    private final OutputStream out;
    private final long delay;
    private final BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();
    private final Thread carrier = new Thread(this::carry, "proxy: long wire");

    DelayedOutput(OutputStream out, Duration delay) {
        this.out = out;
        this.delay = delay.toNanos();
        carrier.setDaemon(true);
        carrier.start();
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        underWay.add(new Parcel(Arrays.copyOfRange(bytes, offset, offset + length), System.nanoTime() + delay));
    }

    private void carry() {
        try {
            for (Parcel next = underWay.take(); !next.isLast(); next = underWay.take()) {
                awaitTime(next.due());
                out.write(next.bytes());
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns when everything has arrived. */
    @Override
    public void close() throws IOException {
        underWay.add(new Parcel(new byte[0], 0));
        try {
            carrier.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }

    /**
     * Some bytes under way.
     *
     * @param bytes the bytes; nobody else has them
     * @param due when they arrive
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parcel(byte[] bytes, long due) {

        /** A stream that ends sends nothing. */
        boolean isLast() {
            return bytes.length == 0;
        }
    }
}
