package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Listens to the steps of a run, keeps what they did, and passes everything on. */
final class StepWatch implements Consumer<RunEvent> {

    private final Consumer<RunEvent> next;
    private final List<StepReport> reports = new ArrayList<>();
    private Step step;
    private long startedAt = System.nanoTime();
    private boolean started;

    StepWatch(Consumer<RunEvent> next, Step first) {
        this.next = next;
        this.step = first;
    }

    void begins(Step next) {
        step = next;
        startedAt = System.nanoTime();
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.StepStarted start) {
            started = true;
            begins(start.step());
        } else if (event instanceof RunEvent.StepFinished finished) {
            reports.add(new StepReport(finished.step(), finished.took()));
        } else if (event instanceof RunEvent.StepRetried) {
            reports.clear();
        }
        next.accept(event);
    }

    /** The step that runs, or was the last to run. */
    Step step() {
        return step;
    }

    /** Whether a database has begun with any step, or it failed before that. */
    boolean hasStarted() {
        return started;
    }

    Duration runningFor() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    List<StepReport> reports() {
        return reports;
    }
}
