package dev.waymark.run;

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
            log.info(
                    "{} {} {} ({} ms)",
                    finished.step().direction(),
                    finished.step().id(),
                    finished.step().revision().message(),
                    finished.took().toMillis());
        } else if (event instanceof RunEvent.StepRetried retried) {
            log.info(
                    "{} {} rolled back, {}; trying again in {} ms",
                    retried.step().direction(),
                    retried.step().id(),
                    retried.reason(),
                    retried.delay().toMillis());
        } else if (event instanceof RunEvent.LockWaited waited) {
            log.info(
                    "waiting for another migrator since {} s: {}",
                    waited.waited().toSeconds(),
                    waited.holder());
        } else if (event instanceof RunEvent.RunFinished finished) {
            summary(finished.report());
        }
        passOn(event);
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
