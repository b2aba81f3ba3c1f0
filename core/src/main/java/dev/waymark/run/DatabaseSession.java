package dev.waymark.run;

import dev.waymark.error.HistoryException;
import dev.waymark.error.MigrationException;
import dev.waymark.error.RunException;
import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
     * {@return a migration whose way down runs what was recorded of a revision when it was applied; if that was not
     * recorded, its way down is {@link Irreversible} and says why}
     *
     * @param id an applied revision
     */
    Migration<C> recorded(RevisionId id);

    /**
     * {@return why an unfinished step can't go on where it stopped, as one or more sentences; empty if it can}
     *
     * @param id a revision whose step was begun and has not finished
     */
    Optional<String> obstacle(RevisionId id);

    /**
     * {@return the latest entries of the log, newest first}
     *
     * @param limit how many at most, from 1
     */
    List<LogEntry> log(int limit);

    /**
     * Takes the lock of this history, bounded by {@link Settings.Timeouts#lockWait}; never waits inside a statement. It
     * is held until the session is closed, or, where a connection has no session of its own to hold it with, until
     * {@link #prepare}, and then again in each transaction.
     *
     * @param waiting is told who holds the lock, whenever that is looked up while waiting
     * @throws RunException if the lock can't be had in time, or the database accepts no writes
     */
    void lock(Consumer<RunEvent.LockWaited> waiting);

    /**
     * Looks for what would be in the way of a run. Takes no lock, changes nothing, and may come at any time outside a
     * step. What can't be known, or not by this user, is {@link PreflightCheck.Verdict#UNKNOWN}.
     *
     * @return what was looked at; empty if there is nothing that could be in the way
     * @throws RunException if the connection is lost
     */
    List<PreflightCheck> preflight();

    /**
     * Makes whatever the history needs to be kept, where it is missing. Needs the lock; comes before the first step or
     * record.
     *
     * @throws RunException if that can't be made
     * @throws HistoryException if it is there, but of another shape
     */
    void prepare();

    /**
     * Runs steps and records each, all in one transaction unless the only one is of a revision that asks for none. A
     * step without a transaction that was begun earlier in the same direction goes on where it stopped. When it
     * returns, the steps are committed; when it throws, nothing of them is, except where the exception says so.
     *
     * @param orders the steps in order, at least one
     * @param listener is told of starts, ends and retries
     * @throws OvertakenException if the lock was not held since the applied set was read, and another migrator has
     *     changed that; nothing was begun
     * @throws MigrationException if a step fails or may not be recorded; whatever else the migration threw comes as it
     *     is
     * @throws Exception what a migration threw
     */
    void run(List<StepOrder<C>> orders, Consumer<RunEvent> listener) throws Exception;

    /**
     * Takes what is not known of an unfinished step's statement, whether it has taken effect, for not done, so that the
     * step can go on with it. Needs the lock.
     *
     * @param id a revision whose step was begun and has not finished
     */
    void settle(RevisionId id);

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

    /**
     * {@return what a migration needs and the server's edition or version does not have, a sentence each without a full
     * stop; empty if there is nothing, or nothing that could be told without running it}
     *
     * @param migration makes the migration; a database that lacks nothing does not call it, so that no class is loaded
     *     before its step
     * @param direction which way
     */
    default List<String> unsupported(Supplier<Migration<C>> migration, Direction direction) {
        return List.of();
    }

    /** Gives back the lock, and the connection as it was when it was opened. */
    @Override
    void close();
}
