package dev.waymark.neo4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease from a thread of its own, three times in its length, until it is closed or the lease is lost. */
final class LeaseRenewal implements AutoCloseable {

    /** Of a lease that nobody holds. */
    static final LeaseRenewal NONE = new LeaseRenewal(null, Duration.ofDays(1));

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final @Nullable Lease lease;
    private final Duration length;
    private final Object guard = new Object();
    private volatile String step = "";
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile long renewedAt = System.nanoTime();
    private @Nullable Thread worker;
    private boolean interrupted;
    private @Nullable Thread thread;

    private LeaseRenewal(@Nullable Lease lease, Duration length) {
        this.lease = lease;
        this.length = length;
    }

    /**
     * Starts the thread.
     *
     * @param takenAt when the lease was asked for, by {@link System#nanoTime()}
     */
    static LeaseRenewal start(Lease lease, Duration length, long takenAt) {
        LeaseRenewal renewal = new LeaseRenewal(lease, length);
        renewal.renewedAt = takenAt;
        Thread thread = new Thread(renewal::renew, "waymark-lease");
        thread.setDaemon(true);
        renewal.thread = thread;
        thread.start();
        return renewal;
    }

    void isAtWorkOn(String newStep) {
        step = newStep;
    }

    /** Whether somebody else may hold it by now. */
    boolean isLost() {
        return lost || (lease != null && System.nanoTime() - renewedAt > length.toNanos());
    }

    /**
     * Interrupts this thread if the lease is lost before {@link #release()}; for work that no fence would stop. Refuses
     * if it is lost already, since nobody would interrupt it then.
     */
    void guard() {
        synchronized (guard) {
            if (lease != null && isLost()) {
                throw lease.lost();
            }
            worker = Thread.currentThread();
        }
    }

    /** Takes back the interrupt too, which is this one's own. */
    void release() {
        synchronized (guard) {
            worker = null;
            if (interrupted) {
                interrupted = false;
                boolean unused = Thread.interrupted();
            }
        }
    }

    private void renew() {
        try {
            while (!closed && !lost) {
                Thread.sleep(length.toMillis() / 3);
                renewOnce();
            }
        } catch (InterruptedException e) {
            LOG.trace("The renewal ends with its session", e);
        }
    }

    /** What can't be reached now may be reached the next time; what has run out is lost. */
    private void renewOnce() {
        long asked = System.nanoTime();
        try {
            if (lease != null && lease.renew(step)) {
                renewedAt = asked;
            } else {
                lose();
            }
        } catch (Neo4jException e) {
            LOG.debug("The lease could not be renewed", e);
            if (isLost()) {
                lose();
            }
        }
    }

    private void lose() {
        lost = true;
        synchronized (guard) {
            if (worker != null && !closed) {
                interrupted = true;
                worker.interrupt();
            }
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
