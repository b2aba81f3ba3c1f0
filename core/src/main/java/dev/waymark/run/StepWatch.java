package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to the steps of a run, keeps what they did, and passes everything on. */
final class StepWatch implements Consumer<RunEvent> {

    private final Consumer<RunEvent> next;
    private final List<StepReport> reports = new ArrayList<>();
    private @Nullable Step running;
    private long startedAt = System.nanoTime();

    StepWatch(Consumer<RunEvent> next) {
        this.next = next;
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            running = started.step();
            startedAt = System.nanoTime();
        } else if (event instanceof RunEvent.StepFinished finished) {
            reports.add(new StepReport(finished.step(), finished.took()));
        } else if (event instanceof RunEvent.StepRetried) {
            reports.clear();
        }
        next.accept(event);
    }

    Optional<Step> running() {
        return Optional.ofNullable(running);
    }

    Duration runningFor() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    List<StepReport> reports() {
        return reports;
    }
}
