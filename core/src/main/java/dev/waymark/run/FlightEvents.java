package dev.waymark.run;

import dev.waymark.plan.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** Makes JFR's events of those of one run. */
final class FlightEvents implements Consumer<RunEvent> {

    private final Map<Step, StepEvent> steps = new LinkedHashMap<>();
    private @Nullable StatementEvent statement;
    private @Nullable LockWaitEvent lockWait;

    @Override
    public void accept(RunEvent event) {
        endLockWait();
        if (event instanceof RunEvent.LockWaited waited) {
            lockWait = LockWaitEvent.begun(waited);
        } else if (event instanceof RunEvent.StatementStarted started) {
            endFailedStatement();
            statement = StatementEvent.begun(started);
        } else if (event instanceof RunEvent.StatementFinished finished) {
            endStatement(finished.changed());
        } else {
            ofStep(event);
        }
    }

    private void ofStep(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            // Where one transaction spans several steps, the one before is not committed yet, but has run.
            steps.values().forEach(Event::end);
            steps.put(started.step(), StepEvent.begun());
        } else if (event instanceof RunEvent.StepFinished finished) {
            endStep(finished.step(), "done");
        } else if (event instanceof RunEvent.StepRetried retried) {
            endFailedStatement();
            endSteps("retried");
            RetryEvent.commit(retried);
        } else if (event instanceof RunEvent.StepFailed failed) {
            endFailedStatement();
            endStep(failed.step(), "failed");
            endSteps("rolled back");
        }
    }

    private void endStep(Step step, String outcome) {
        StepEvent event = steps.remove(step);
        if (event != null) {
            event.commit(step, outcome);
        }
    }

    private void endSteps(String outcome) {
        steps.forEach((step, event) -> event.commit(step, outcome));
        steps.clear();
    }

    private void endFailedStatement() {
        endStatement(StatementEvent.FAILED);
    }

    private void endStatement(int rows) {
        StatementEvent event = statement;
        if (event != null) {
            event.rows = rows;
            event.commit();
            statement = null;
        }
    }

    private void endLockWait() {
        LockWaitEvent event = lockWait;
        if (event != null) {
            event.commit();
            lockWait = null;
        }
    }

    @Name("dev.waymark.Step")
    @Label("Step")
    @Category("Waymark")
    @Description("One revision going up or down, in one attempt")
    @StackTrace(false)
    static final class StepEvent extends Event {

        @Label("Revision")
        @Nullable String revision;

        @Label("Direction")
        @Nullable String direction;

        @Label("Database")
        @Description("The name of the database, where a migrator has several of a kind")
        @Nullable String database;

        @Label("Outcome")
        @Description("done, failed, retried, or rolled back together with one that failed")
        @Nullable String outcome;

        private static StepEvent begun() {
            StepEvent event = new StepEvent();
            event.begin();
            return event;
        }

        private void commit(Step step, String how) {
            if (shouldCommit()) {
                revision = step.id().value();
                direction = step.direction().toString();
                database = step.revision().database();
                outcome = how;
                commit();
            }
        }
    }

    @Name("dev.waymark.Statement")
    @Label("Statement")
    @Category("Waymark")
    @Description("A statement of a migration; its stack trace is that of the migration")
    static final class StatementEvent extends Event {

        private static final int FAILED = -1;

        @Label("Revision")
        @Nullable String revision;

        @Label("Number")
        @Description("Which statement of its step, from 1")
        int number;

        @Label("Statement")
        @Description("Its text, without its bind values")
        @Nullable String statement;

        @Label("Rows")
        @Description("How many rows it changed; -1 if it failed")
        int rows;

        private static StatementEvent begun(RunEvent.StatementStarted started) {
            StatementEvent event = new StatementEvent();
            event.revision = started.step().id().value();
            event.number = started.number();
            event.statement = started.statement();
            event.begin();
            return event;
        }
    }

    @Name("dev.waymark.LockWait")
    @Label("Lock Wait")
    @Category("Waymark")
    @Description("The wait for another migrator, from one look at it to the next")
    @StackTrace(false)
    static final class LockWaitEvent extends Event {

        @Label("Holder")
        @Nullable String holder;

        private static LockWaitEvent begun(RunEvent.LockWaited waited) {
            LockWaitEvent event = new LockWaitEvent();
            event.holder = waited.holder();
            event.begin();
            return event;
        }
    }

    @Name("dev.waymark.Retry")
    @Label("Retry")
    @Category("Waymark")
    @Description("A step was rolled back because it could not get its locks, and will be tried again")
    @StackTrace(false)
    static final class RetryEvent extends Event {

        @Label("Revision")
        @Nullable String revision;

        @Label("Attempt")
        @Description("Which attempt failed, from 1")
        int attempt;

        @Label("Reason")
        @Nullable String reason;

        @Label("Blocker")
        @Description("Who held the lock; empty if that could not be seen")
        @Nullable String blocker;

        @Label("Delay")
        @Description("How long the run sleeps before it tries again")
        @Timespan(Timespan.MILLISECONDS)
        long delay;

        private static void commit(RunEvent.StepRetried retried) {
            RetryEvent event = new RetryEvent();
            event.revision = retried.step().id().value();
            event.attempt = retried.attempt();
            event.reason = retried.reason();
            event.blocker = retried.blocker().orElse("");
            event.delay = retried.delay().toMillis();
            event.commit();
        }
    }
}
