package dev.waymark.neo4j;

import dev.waymark.session.Observer;
import dev.waymark.session.StatementReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.IsoDuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of a session, seen and ended from outside of them. The server applies no time-out to a schema
 * command that waits for open writers, so whoever watches it ends it.
 */
final class Transactions implements Observer {

    static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private static final String SHOW = """
            SHOW TRANSACTIONS
            YIELD transactionId, username, clientAddress, currentQuery, status, elapsedTime, metaData, waitTime""";
    private static final String TERMINATE = "TERMINATE TRANSACTIONS $ids";
    private static final String MARK = "waymark";
    private static final Pattern BLOCKERS = Pattern.compile("Blocked by: \\[(.*)]");
    private static final int SHOWN = 120;

    private final Access access;
    private final Duration patience;
    private final String mark = UUID.randomUUID().toString();
    private volatile boolean endsWaiting;
    private volatile @Nullable String ended;

    /**
     * Makes one.
     *
     * @param access the database
     * @param patience how long a schema command may wait for locks; zero for ever
     */
    Transactions(Access access, Duration patience) {
        this.access = access;
        this.patience = patience;
    }

    /** How a transaction of this session is begun, so that it can be told from others. */
    TransactionConfig config(String step, Duration timeout) {
        TransactionConfig.Builder builder = TransactionConfig.builder().withMetadata(Map.of(MARK, mark, "step", step));
        return timeout.isZero() ? builder.build() : builder.withTimeout(timeout).build();
    }

    /** From now on a transaction that has waited for locks as long as it may is ended; or not any more. */
    void endWaiting(boolean ends) {
        endsWaiting = ends;
        ended = null;
    }

    /** Whom a transaction was waiting for that was ended; empty if none was. */
    Optional<String> endedWaitingFor() {
        return Optional.ofNullable(ended);
    }

    @Override
    public Optional<StatementReport> look() {
        try {
            List<Record> all = access.look(SHOW, Map.of());
            return all.stream().filter(this::isOwn).findFirst().map(own -> report(own, all));
        } catch (Neo4jException e) {
            LOG.debug("The transactions can't be seen", e);
            return Optional.empty();
        }
    }

    private StatementReport report(Record own, List<Record> all) {
        Optional<String> blocker = blockers(own, all);
        Duration waited = own.get("waitTime").isNull()
                ? Duration.ZERO
                : Duration.ofMillis(milliseconds(own.get("waitTime").asIsoDuration()));
        if (endsWaiting && blocker.isPresent() && !patience.isZero() && waited.compareTo(patience) >= 0) {
            ended = blocker.get();
            terminate(List.of(own.get("transactionId").asString()));
        }
        return new StatementReport(Optional.empty(), blocker);
    }

    private static long milliseconds(IsoDuration duration) {
        return duration.seconds() * 1000 + duration.nanoseconds() / 1_000_000;
    }

    private static Optional<String> blockers(Record own, List<Record> all) {
        Matcher matcher = BLOCKERS.matcher(own.get("status").asString(""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (String id : matcher.group(1).split(",\\s*", -1)) {
            ids.add(describe(id, all));
        }
        return Optional.of(String.join(", ", ids));
    }

    private static String describe(String id, List<Record> all) {
        return all.stream()
                .filter(each -> each.get("transactionId").asString().endsWith(id))
                .map(each -> "%s of '%s' from %s, open for %d s%s"
                        .formatted(
                                each.get("transactionId").asString(),
                                each.get("username").asString(""),
                                each.get("clientAddress").asString("the server itself"),
                                milliseconds(each.get("elapsedTime").asIsoDuration()) / 1000,
                                query(each)))
                .collect(Collectors.collectingAndThen(Collectors.joining(), told -> told.isEmpty() ? id : told));
    }

    private static String query(Record transaction) {
        String query = transaction.get("currentQuery").asString("").strip().replaceAll("\\s+", " ");
        if (query.isEmpty()) {
            return ", between two statements";
        }
        return ": " + (query.length() > SHOWN ? query.substring(0, SHOWN) + "..." : query);
    }

    private boolean isOwn(Record transaction) {
        return mark.equals(transaction.get("metaData").get(MARK).asString(""));
    }

    /** Waits for an answer of the server. If the thread is interrupted, the transaction is ended first. */
    <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        boolean interrupted = false;
        while (!isReady(future)) {
            interrupted = true;
            terminateOwn();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result(future);
    }

    private static boolean isReady(CompletableFuture<?> future) {
        try {
            future.get();
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static <T extends @Nullable Object> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void terminateOwn() {
        try {
            List<String> ids = access.look(SHOW, Map.of()).stream()
                    .filter(this::isOwn)
                    .map(each -> each.get("transactionId").asString())
                    .toList();
            terminate(ids);
        } catch (Neo4jException e) {
            LOG.debug("The transaction could not be ended; it ends when the server answers", e);
        }
    }

    private void terminate(List<String> ids) {
        if (!ids.isEmpty()) {
            access.look(TERMINATE, Map.of("ids", ids));
        }
    }

    @Override
    public void abort() {
        // the driver ends what the thread waits for when it is interrupted
    }

    @Override
    public void close() {
        // each look has a session of its own
    }
}
