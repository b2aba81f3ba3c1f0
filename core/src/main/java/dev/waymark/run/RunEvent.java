package dev.waymark.run;

import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import java.time.Duration;

/**
 * Something that happens in a run, for a listener. It is told in the thread of the run, between the statements of a
 * step too, so a listener must be quick. What a listener throws is logged and otherwise ignored.
 */
public sealed interface RunEvent {

    /**
     * The plan of the run is made; the lock is held.
     *
     * @param plan the plan
     */
    record Planned(Plan plan) implements RunEvent {}

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
     * A step was rolled back because it could not get its locks, and will be tried again.
     *
     * @param step the step
     * @param attempt which attempt failed, from 1
     * @param reason why
     * @param delay how long the run sleeps before it tries again
     */
    record StepRetried(Step step, int attempt, String reason, Duration delay) implements RunEvent {}

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
