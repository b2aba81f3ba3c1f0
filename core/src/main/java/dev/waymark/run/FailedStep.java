package dev.waymark.run;

import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.CommitUnknownException;
import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.MigrationException;
import dev.waymark.error.StepFailedException;
import dev.waymark.error.StepFailedException.Outcome;
import dev.waymark.error.StepFailedException.Progress;
import dev.waymark.error.TransactionEndedException;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A step that failed, and how that is told.
 *
 * @param plan the plan that it belongs to
 * @param step the step
 * @param scope what a transaction spans
 * @param run the run
 */
record FailedStep(Plan plan, Step step, TransactionScope scope, UUID run) {

    StepFailedException reported(Throwable cause, DatabaseSession<?> session, StepWatch watch) {
        StepFailedException failure = new StepFailedException(
                "%s of '%s'".formatted(step.direction(), step.id()),
                step.id().value(),
                progress(),
                watch.hasStarted() ? outcome(cause, session) : notBegun(cause),
                cause);
        String problem =
                Objects.requireNonNull(failure.getMessage()).lines().findFirst().orElse("");
        session.logFailure(new Failure(step, problem, watch.runningFor(), run));
        watch.accept(new RunEvent.StepFailed(step, problem));
        return failure;
    }

    private Progress progress() {
        List<String> ids = plan.steps().stream().map(each -> each.id().value()).toList();
        int failed = ids.indexOf(step.id().value());
        List<String> done = scope == TransactionScope.RUN ? List.of() : ids.subList(0, failed);
        return new Progress(done, ids.subList(failed + 1, ids.size()));
    }

    /** A migration that can't be made, mostly. */
    private static Outcome notBegun(Throwable cause) {
        return new Outcome(
                "The step was not begun.",
                cause instanceof MigrationException failure
                        ? failure.remedy()
                        : "correct the migration and build again.");
    }

    private Outcome outcome(Throwable cause, DatabaseSession<?> session) {
        String again = "%s again".formatted(step.direction() == Direction.UP ? "upgrade" : "downgrade");
        if (cause instanceof TransactionEndedException ended && ended.committed()) {
            return new Outcome(
                    "The step is not recorded, but what it did before it ended its transaction is committed and stays.",
                    "undo that by hand, or complete it and stamp '%s'; and %s".formatted(step.id(), ended.remedy()));
        }
        if (cause instanceof CommitUnknownException unknown) {
            return new Outcome(
                    "Either all of the step is committed and recorded, or nothing of it is; the history tells which.",
                    unknown.remedy());
        }
        if (!step.revision().transactional() || isRecordedAsBegun(session)) {
            return partlyDone(cause, again);
        }
        if (cause instanceof ConnectionLostException) {
            return new Outcome(
                    "The step is rolled back.", "check the server and the network, and %s.".formatted(again));
        }
        String rolledBack =
                scope == TransactionScope.RUN ? "The whole run was rolled back." : "The step was rolled back.";
        return new Outcome(rolledBack, "%s, and %s.".formatted(remedy(cause), again));
    }

    private Outcome partlyDone(Throwable cause, String again) {
        return new Outcome(
                step.revision().transactional()
                        ? "It runs in several transactions, so what the finished ones did stays, and is recorded."
                        : "It does not run in a transaction, so what its finished statements did stays, and is recorded.",
                cause instanceof ChangedStatementException changed ? changed.remedy() : goOn(cause, again));
    }

    /** Whether its first parts are committed already, in a database where a step may have several transactions. */
    private boolean isRecordedAsBegun(DatabaseSession<?> session) {
        try {
            return session.applied().stream()
                    .anyMatch(revision ->
                            revision.id().equals(step.id()) && revision.state() != AppliedRevision.State.APPLIED);
        } catch (MigrationException e) {
            return false;
        }
    }

    private static String goOn(Throwable cause, String again) {
        return cause instanceof ConnectionLostException
                ? "check the server and the network, and %s: it goes on with the statement that was running."
                        .formatted(again)
                : "%s, and %s: it goes on with the statement that failed.".formatted(remedy(cause), again);
    }

    private static String remedy(Throwable cause) {
        return cause instanceof MigrationException failure
                ? failure.remedy().replaceFirst("\\.$", "")
                : "correct the migration";
    }
}
