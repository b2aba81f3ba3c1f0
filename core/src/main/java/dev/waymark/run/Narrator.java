package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** Writes the log lines of a run, and passes every event on to the user's listener, which can't break the run. */
final class Narrator implements Consumer<RunEvent> {

    private final Logger log;
    private final Consumer<RunEvent> listener;

    Narrator(Logger log, Consumer<RunEvent> listener) {
        this.log = log;
        this.listener = listener;
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.StepFinished finished) {
            ofStep(
                    finished.step(),
                    "{} ({} ms)",
                    message(finished),
                    finished.took().toMillis());
        } else if (event instanceof RunEvent.StepResumed resumed) {
            ofStep(resumed.step(), "goes on; statements that are done: {}", resumed.statements());
        } else if (event instanceof RunEvent.StepRetried retried) {
            retried(retried);
        } else if (event instanceof RunEvent.RunFinished finished) {
            summary(finished.report());
        } else {
            detail(event);
        }
        passOn(event);
    }

    private void detail(RunEvent event) {
        if (event instanceof RunEvent.StatementStarted started) {
            log.debug(
                    "{} {} statement {}: {}",
                    started.step().direction(),
                    started.step().id(),
                    started.number(),
                    started.statement());
        } else if (event instanceof RunEvent.StatementRunning running) {
            running(running);
        } else if (event instanceof RunEvent.LockWaited waited) {
            log.info(
                    "waiting for another migrator since {} s: {}",
                    waited.waited().toSeconds(),
                    waited.holder());
        } else if (event instanceof RunEvent.Overtaken overtaken) {
            log.info("another migrator has run {} meanwhile", overtaken.done());
        }
    }

    private void retried(RunEvent.StepRetried retried) {
        ofStep(
                retried.step(),
                "rolled back, {}; trying again in {} ms{}",
                retried.reason(),
                retried.delay().toMillis(),
                retried.blocker().map(blocker -> "; it waited for " + blocker).orElse(""));
    }

    private void running(RunEvent.StatementRunning running) {
        ofStep(
                running.step(),
                "statement {} running since {} s{}{}",
                running.number(),
                running.runningFor().toSeconds(),
                running.progress().map(progress -> ", " + progress).orElse(""),
                running.blocker().map(blocker -> ", waits for " + blocker).orElse(""));
    }

    private static String message(RunEvent.StepFinished finished) {
        return finished.step().revision().message();
    }

    private void ofStep(Step step, String format, Object... details) {
        log.info(step.direction() + " " + step.id() + " " + format, details);
    }

    private void summary(RunReport report) {
        Duration took = report.took();
        List<?> at = report.to().isEmpty() ? List.of("base") : report.to();
        if (report.steps().isEmpty()) {
            log.info("nothing to do, at {} ({} ms)", at, took.toMillis());
        } else {
            log.info("{} steps, now at {} ({} ms)", report.steps().size(), at, took.toMillis());
        }
    }

    private void passOn(RunEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            log.warn(
                    "A listener failed on {}; the run goes on", event.getClass().getSimpleName(), e);
        }
    }
}
