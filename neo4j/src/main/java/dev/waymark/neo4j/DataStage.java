package dev.waymark.neo4j;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.summary.ResultSummary;

/**
 * One transaction that writes data, behind the fence. Statements of Waymark's own are sent along with those of the
 * migration instead of being waited for, so that they cost no round trip; none of them counts before it is
 * {@linkplain #requireFence looked at}.
 */
final class DataStage implements AutoCloseable {

    private final Optional<Lease> lease;
    private final Transactions transactions;
    private final AsyncSession session;
    private final AsyncTransaction transaction;
    private final Optional<CompletionStage<List<Record>>> fence;
    private boolean passed;
    private boolean ended;

    private DataStage(
            AsyncSession session, Transactions transactions, TransactionConfig config, Optional<Lease> lease) {
        this.session = session;
        this.transactions = transactions;
        transaction = transactions.await(session.beginTransactionAsync(config));
        fence = lease.map(each -> records(transaction.runAsync(each.passFence())));
        this.lease = lease;
    }

    static DataStage behindFence(Access access, Lease lease, Transactions transactions, TransactionConfig config) {
        return new DataStage(access.asyncSession(), transactions, config, Optional.of(lease));
    }

    /** On a database that has no fence, since there is nothing but a history in it. */
    static DataStage withoutFence(Access access, Transactions transactions, TransactionConfig config) {
        return new DataStage(access.asyncSession(), transactions, config, Optional.empty());
    }

    /** Sends a statement without waiting for it. */
    CompletionStage<ResultCursor> send(Query query) {
        return transaction.runAsync(query);
    }

    /** Waits for a statement whose records don't matter. */
    Changes changes(CompletionStage<ResultCursor> sent) {
        ResultSummary summary = transactions.await(sent.thenCompose(ResultCursor::consumeAsync));
        requireFence();
        return Changes.of(summary.counters());
    }

    /** Waits for all records of a statement, and what it changed. */
    Answer answer(CompletionStage<ResultCursor> sent) {
        Answer answer = transactions.await(
                sent.thenCompose(cursor -> cursor.listAsync().thenCompose(rows -> cursor.consumeAsync()
                        .thenApply(summary -> new Answer(rows, Changes.of(summary.counters()))))));
        requireFence();
        return answer;
    }

    /** Waits for all records of a statement. */
    List<Record> rows(CompletionStage<ResultCursor> sent) {
        List<Record> rows = transactions.await(records(sent));
        requireFence();
        return rows;
    }

    private static CompletionStage<List<Record>> records(CompletionStage<ResultCursor> sent) {
        return sent.thenCompose(ResultCursor::listAsync);
    }

    /** Refuses to go on if somebody else has taken over. */
    void requireFence() {
        if (!passed) {
            fence.ifPresent(sent -> lease.ifPresent(each -> each.requirePassed(transactions.await(sent))));
            passed = true;
        }
    }

    void commit() {
        requireFence();
        ended = true;
        transactions.await(transaction.commitAsync());
    }

    /** Rolls back whatever was not committed. */
    @Override
    public void close() {
        try {
            if (!ended) {
                ended = true;
                transactions.await(transaction.rollbackAsync());
            }
        } catch (RuntimeException e) {
            Transactions.LOG.debug("A transaction could not be rolled back; the server ends it", e);
        } finally {
            CompletionStage<Void> unused = session.closeAsync();
        }
    }

    /**
     * What a statement answered.
     *
     * @param rows its records
     * @param changes what it changed
     */
    record Answer(List<Record> rows, Changes changes) {}
}
