package dev.waymark.neo4j;

import dev.waymark.error.LockLostException;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The lock of a history: a node that says who holds it until when, by the server's clock, and a token that grows with
 * each holder. Beside it stands the fence, which every transaction of a run writes first: whoever takes over raises it,
 * which waits for such a transaction to end, and shuts the late holder out.
 */
final class Lease implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Access access;
    private final HistoryNames names;
    private final String target;
    private final String description;
    private final Duration length;
    private final String owner = UUID.randomUUID().toString();
    private long token;
    private volatile LeaseRenewal renewal = LeaseRenewal.NONE;

    Lease(Access access, HistoryNames names, String target, String description, Duration length) {
        this.access = access;
        this.names = names;
        this.target = target;
        this.description = description;
        this.length = length;
    }

    /** Takes the lock, waiting for as long as it may, and keeps it until it is closed. */
    void acquire(Duration wait, Consumer<RunEvent.LockWaited> waiting) {
        long started = System.nanoTime();
        long deadline = started + wait.toNanos();
        long asked = started;
        while (!taken(asked, deadline)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            String holder = holder();
            if (System.nanoTime() >= deadline) {
                throw new LockNotAcquiredException(waited.compareTo(wait) > 0 ? wait : waited, holder);
            }
            waiting.accept(new RunEvent.LockWaited(holder, waited));
            Sleep.forAtMost(pause(deadline));
            asked = System.nanoTime();
        }
        renewal = LeaseRenewal.start(this, length, asked);
    }

    private boolean taken(long asked, long deadline) {
        List<Record> row = access.run(names.in(LeaseCypher.TAKE), parameters());
        if (row.isEmpty()) {
            return false;
        }
        token = row.get(0).get("token").asLong();
        if (raiseFence(deadline) && isStillOwn(asked)) {
            return true;
        }
        access.run(names.in(LeaseCypher.RELEASE), parameters());
        return false;
    }

    /** Nobody renews the lease while it waits at the fence, where it may have run out. */
    private boolean isStillOwn(long asked) {
        return System.nanoTime() - asked < length.toNanos() / 3 || renew("");
    }

    /** Not, if somebody has taken over in between, or a late holder's transaction does not end. */
    private boolean raiseFence(long deadline) {
        Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), length.toNanos() / 2));
        TransactionConfig config = TransactionConfig.builder().withTimeout(left).build();
        try (Session session = access.session()) {
            return !session.run(names.in(LeaseCypher.RAISE_FENCE), parameters(), config)
                    .list()
                    .isEmpty();
        } catch (Neo4jException e) {
            if (!Neo4jErrors.isTimeOut(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Spread, so that those who wait do not come all at once. */
    private static Duration pause(long deadline) {
        long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis());
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        return Duration.ofMillis(Math.max(1, Math.min(pause, left)));
    }

    private String holder() {
        return access.run(names.in(LeaseCypher.HOLDER), parameters()).stream()
                .map(Lease::describe)
                .findFirst()
                .orElse(
                        "Nobody holds it now: it was given back just now, or a transaction of a late holder does not end"
                                + " (SHOW TRANSACTIONS).");
    }

    private static String describe(Record holder) {
        String step = holder.get("step").asString("");
        return "Held for %d s by process %d on %s%s; its lease runs out in %d s unless it renews it"
                .formatted(
                        holder.get("seconds").asLong(),
                        holder.get("pid").asLong(),
                        holder.get("host").asString(""),
                        step.isEmpty() ? "" : ", at work on " + step,
                        Math.max(holder.get("left").asLong(), 0));
    }

    /** Renews it; says whether it still was this session's. */
    boolean renew(String step) {
        Map<String, Object> parameters = parameters();
        parameters.put("step", step);
        return !access.run(names.in(LeaseCypher.RENEW), parameters).isEmpty();
    }

    /** Says, with the next renewal, what the holder is at work on. */
    void isAtWorkOn(String step) {
        renewal.isAtWorkOn(step);
    }

    /** To come first in each transaction that writes data. */
    Query passFence() {
        return new Query(names.in(LeaseCypher.PASS_FENCE), parameters());
    }

    /** To come first in each transaction that changes the schema. */
    Query lookAtFence() {
        return new Query(names.in(LeaseCypher.LOOK_AT_FENCE), parameters());
    }

    /** Refuses to go on behind a fence that somebody else has raised. */
    void requirePassed(List<Record> answer) {
        if (answer.isEmpty()) {
            throw lost();
        }
    }

    /** Refuses to begin anything once the lease is known to be lost. */
    void requireHeld() {
        if (renewal.isLost()) {
            throw lost();
        }
    }

    /** Interrupts this thread if the lease is lost before the work is done. */
    LeaseRenewal renewal() {
        return renewal;
    }

    LockLostException lost() {
        return new LockLostException(
                description,
                "look what stopped this process for longer than its lease lasts (" + length.toSeconds()
                        + " s), and call again: another migrator may have taken over.");
    }

    String owner() {
        return owner;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("target", target);
        parameters.put("owner", owner);
        parameters.put("token", token);
        parameters.put("lease", length.toMillis());
        parameters.put("host", Client.host());
        parameters.put("pid", Client.pid());
        return parameters;
    }

    /** Gives it back, unless it is somebody else's already. */
    @Override
    public void close() throws Neo4jException {
        renewal.close();
        access.run(names.in(LeaseCypher.RELEASE), parameters());
    }
}
