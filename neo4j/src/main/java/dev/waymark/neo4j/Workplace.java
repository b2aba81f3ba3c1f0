package dev.waymark.neo4j;

import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the steps of a session share, from when it has the lock.
 *
 * @param stores where the data is, and where the history
 * @param description how messages call it
 * @param server what the server is
 * @param lease the lock
 * @param writer makes what is written to the history
 * @param transactions the session's transactions, seen from outside
 * @param waits how long anything may take
 * @param unfinished what the history says is unfinished
 */
record Workplace(
        Stores stores,
        String description,
        ServerInfo server,
        Lease lease,
        HistoryWriter writer,
        Transactions transactions,
        Waits waits,
        Unfinished unfinished) {

    /** The database. */
    Access access() {
        return stores.data();
    }

    /** The database of the history. */
    Access history() {
        return stores.history();
    }

    DataStage dataStage(String step) {
        lease.requireHeld();
        return DataStage.behindFence(
                access(),
                lease,
                transactions,
                transactions.config(step, timeouts().statementTimeout()));
    }

    /** Does something in a data stage of its own, and commits it. */
    void inTransaction(String step, Consumer<DataStage> work) {
        try (DataStage stage = dataStage(step)) {
            work.accept(stage);
            stage.commit();
        }
    }

    /** A transaction on the history alone. Where that is beside the data, it is behind the same fence. */
    DataStage historyStage(String step) {
        lease.requireHeld();
        return history() == access()
                ? dataStage(step)
                : DataStage.withoutFence(
                        history(),
                        transactions,
                        transactions.config(step, timeouts().statementTimeout()));
    }

    Settings.Timeouts timeouts() {
        return waits.timeouts();
    }

    Duration indexWait() {
        return waits.index();
    }

    Expectation expectation() {
        return new Expectation(history(), writer.names(), writer.target());
    }

    /**
     * Where the data is, and where the history.
     *
     * @param data the database
     * @param history the database of the history; the same object if it is there
     */
    record Stores(Access data, Access history) {}

    /**
     * How long anything may take.
     *
     * @param timeouts what all databases know
     * @param index how long to wait until an index is online
     */
    record Waits(Settings.Timeouts timeouts, Duration index) {}

    /**
     * The steps that have begun and not finished.
     *
     * @param states which way each goes
     * @param owned those that belong to this session
     */
    record Unfinished(Map<RevisionId, State> states, Set<RevisionId> owned) {

        Unfinished() {
            this(new HashMap<>(), new HashSet<>());
        }
    }
}
