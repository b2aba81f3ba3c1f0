package dev.waymark.run;

import dev.waymark.error.HistoryException;
import dev.waymark.error.MigrationException;
import dev.waymark.error.RunException;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One caller's dealings with a database, over one connection. Not thread-safe.
 *
 * @param <C> what its migrations work with
 */
public interface DatabaseSession<C> extends AutoCloseable {

    /**
     * {@return the digest of each applied head} One statement. A database without a history has none; a revision
     * without a digest, or whose step has not finished, has an empty one.
     *
     * @throws HistoryException if the history can't be understood
     * @throws RunException if it can't be read
     */
    Map<RevisionId, String> headDigests();

    /**
     * {@return the whole applied set, and what is half applied, in the order in which it was applied}
     *
     * @throws HistoryException if the history can't be understood
     * @throws RunException if it can't be read
     */
    List<AppliedRevision> applied();

    /**
     * {@return the statements that took the database up to a revision, as they were recorded; empty if they were not}
     *
     * @param id an applied revision
     */
    Optional<String> recordedUp(RevisionId id);

    /**
     * {@return the latest entries of the log, newest first}
     *
     * @param limit how many at most, from 1
     */
    List<LogEntry> log(int limit);

    /**
     * Takes the lock of this history, which is held until the session is closed. Bounded by
     * {@link Settings.Timeouts#lockWait}; never waits inside a statement.
     *
     * @param waiting is told who holds the lock, whenever that is looked up while waiting
     * @throws RunException if the lock can't be had in time, or the database accepts no writes
     */
    void lock(Consumer<RunEvent.LockWaited> waiting);

    /**
     * Makes whatever the history needs to be kept, where it is missing. Needs the lock; comes before the first step or
     * record.
     *
     * @throws RunException if that can't be made
     * @throws HistoryException if it is there, but of another shape
     */
    void prepare();

    /**
     * Runs steps and records each, all in one transaction unless the only one is of a revision that asks for none.
     * Needs the lock. When it returns, the steps are committed; when it throws, nothing of them is, except where the
     * exception says so.
     *
     * @param orders the steps in order, at least one
     * @param listener is told of starts, ends and retries
     * @throws MigrationException if a step fails or may not be recorded; whatever else the migration threw comes as it
     *     is
     * @throws Exception what a migration threw
     */
    void run(List<StepOrder<C>> orders, Consumer<RunEvent> listener) throws Exception;

    /**
     * Changes the applied set, or what is recorded of it, without running anything, in one transaction. Needs the lock.
     *
     * @param change what to record
     */
    void record(HistoryChange change);

    /**
     * Appends an entry on a failure to the log, in a transaction of its own. Does nothing if the database can't be
     * written to any more.
     *
     * @param failure what failed
     */
    void logFailure(Failure failure);

    /**
     * Finds out what a migration would run, without running it.
     *
     * @param migration the migration
     * @param direction which way
     * @return the statements, or why they can't be known
     */
    Rehearsal rehearse(Migration<C> migration, Direction direction);

    /** Gives back the lock, and the connection as it was when it was opened. */
    @Override
    void close();
}
