package dev.waymark.run;

import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens in a run, for a listener. It is told in the thread of the run, between the statements of a
 * step too, so a listener must be quick, and {@link StatementRunning} in another one: one event at a time, and in
 * order. While a listener takes a {@code StatementRunning} the run does not wait for it between the statements of a
 * step; those that start and end meanwhile are told afterwards, in that other thread. What a listener throws is logged
 * and otherwise ignored.
 */
public sealed interface RunEvent {

    /**
     * The plan of the run is made; the lock is held.
     *
     * @param plan the plan
     */
    record Planned(Plan plan) implements RunEvent {}

    /**
     * The databases that the plan goes through were looked at; nothing has been changed.
     *
     * @param report what was found
     */
    record Preflighted(PreflightReport report) implements RunEvent {}

    /**
     * Another migrator holds the lock.
     *
     * @param holder who it is and what it does, as far as the database tells
     * @param waited how long this one has waited so far
     */
    record LockWaited(String holder, Duration waited) implements RunEvent {}

    /**
     * A step begins.
     *
     * @param step the step
     */
    record StepStarted(Step step) implements RunEvent {}

    /**
     * A step without a transaction that was begun earlier, and did not finish, goes on where it stopped.
     *
     * @param step the step
     * @param statements how many of its statements are done and will not be run again
     */
    record StepResumed(Step step, int statements) implements RunEvent {}

    /**
     * A statement of a step is about to run.
     *
     * @param step the step
     * @param number which statement of the step, from 1
     * @param statement its text, without its bind values
     */
    record StatementStarted(Step step, int number, String statement) implements RunEvent {}

    /**
     * A statement has been running for a while. Told in a thread of its own, while the run waits for the statement.
     *
     * @param step the step
     * @param number which statement of the step, from 1
     * @param statement its text, without its bind values
     * @param runningFor how long it has been running
     * @param progress how far it came, and what it waits on other than a lock, as the server tells; empty if it does
     *     not tell
     * @param blocker who holds the lock that it waits for; empty if it waits for none
     */
    record StatementRunning(
            Step step,
            int number,
            String statement,
            Duration runningFor,
            Optional<String> progress,
            Optional<String> blocker)
            implements RunEvent {}

    /**
     * A statement of a step has run. Its step's transaction, if it has one, may still be rolled back.
     *
     * @param step the step
     * @param number which statement of the step, from 1
     * @param statement its text, without its bind values
     * @param changed how many rows it changed
     * @param took how long it took
     */
    record StatementFinished(Step step, int number, String statement, int changed, Duration took) implements RunEvent {}

    /**
     * A step, or a statement of a step without a transaction, was rolled back because it could not get its locks, and
     * will be tried again.
     *
     * @param step the step
     * @param attempt which attempt failed, from 1
     * @param reason why
     * @param blocker who held the lock; empty if that could not be seen
     * @param delay how long the run sleeps before it tries again
     */
    record StepRetried(Step step, int attempt, String reason, Optional<String> blocker, Duration delay)
            implements RunEvent {}

    /**
     * Another migrator has run steps of the plan meanwhile; they are left out. Only where the lock can't be held
     * between steps, as behind a pooler in transaction mode.
     *
     * @param done the revisions whose steps it has run
     */
    record Overtaken(List<RevisionId> done) implements RunEvent {}

    /**
     * A step has run, is recorded, and is committed. Where one transaction spans the whole run, all its steps are told
     * at its end.
     *
     * @param step the step
     * @param took how long it took
     */
    record StepFinished(Step step, Duration took) implements RunEvent {}

    /**
     * A step failed, and the run ends.
     *
     * @param step the step
     * @param problem what went wrong
     */
    record StepFailed(Step step, String problem) implements RunEvent {}

    /**
     * The run has done all it was to do.
     *
     * @param report what it did
     */
    record RunFinished(RunReport report) implements RunEvent {}
}
