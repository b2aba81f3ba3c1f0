package dev.waymark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.plan.Direction;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of two threads reach a listener one at a time and in order. */
@Timeout(60)
class WatchedListenerTest {

    private static final Step STEP = new Step(
            new RevisionInfo(new RevisionId("002"), List.of(), "", List.of(), List.of(), true, ""), Direction.UP);
    private static final RunEvent.StatementStarted STARTED = new RunEvent.StatementStarted(STEP, 1, "select 1");
    private static final RunEvent FINISHED = new RunEvent.StatementFinished(STEP, 1, "select 1", 0, Duration.ZERO);
    private static final RunEvent STEP_FINISHED = new RunEvent.StepFinished(STEP, Duration.ZERO);
    private static final RunEvent.StatementRunning RUNNING = new RunEvent.StatementRunning(
            STEP, 1, "select 1", Duration.ofSeconds(10), Optional.empty(), Optional.empty());

    private final List<RunEvent> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch reportArrived = new CountDownLatch(1);
    private final CountDownLatch reportTaken = new CountDownLatch(1);

    @Test
    void theRunDoesNotWaitInAStepForAListenerThatIsSlowToTakeAReport() throws Exception {
        try (StatementWatch watch = watch();
                WatchedListener listener = watch.telling(this::takeSlowly)) {
            CompletableFuture<Void> report = reporting(listener);

            listener.accept(FINISHED);
            listener.accept(STARTED);
            assertThat(told).containsExactly(STARTED);

            reportTaken.countDown();
            report.join();
            assertThat(told).containsExactly(STARTED, RUNNING, FINISHED, STARTED);
        }
    }

    @Test
    void theRunWaitsForItBetweenSteps() throws Exception {
        try (StatementWatch watch = watch();
                WatchedListener listener = watch.telling(this::takeSlowly)) {
            CompletableFuture<Void> report = reporting(listener);
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> {
                listener.accept(FINISHED);
                listener.accept(STEP_FINISHED);
            });

            assertThatThrownBy(() -> run.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(told).containsExactly(STARTED);
            reportTaken.countDown();
            run.join();
            report.join();

            assertThat(told).containsExactly(STARTED, RUNNING, FINISHED, STEP_FINISHED);
        }
    }

    @Test
    void aReportThatComesTooLateIsNotTold() {
        Consumer<RunEvent> next = told::add;
        try (StatementWatch watch = watch();
                WatchedListener listener = watch.telling(next)) {
            RunningStatement statement = statement(listener);
            listener.accept(STARTED);
            statement.end();

            listener.report(statement, RUNNING);
        }

        assertThat(told).containsExactly(STARTED);
    }

    /** Begins a statement, and a report on it that the listener does not let go of. */
    private CompletableFuture<Void> reporting(WatchedListener listener) throws InterruptedException {
        listener.accept(STARTED);
        RunningStatement statement = statement(listener);
        CompletableFuture<Void> report = CompletableFuture.runAsync(() -> listener.report(statement, RUNNING));
        reportArrived.await();
        return report;
    }

    private void takeSlowly(RunEvent event) {
        if (event.equals(RUNNING)) {
            reportArrived.countDown();
            await(reportTaken);
        }
        told.add(event);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunningStatement statement(WatchedListener listener) {
        return new RunningStatement(
                STARTED, listener, RunningStatement.Pace.of(Settings.defaults().timeouts()));
    }

    /** One that never looks by itself. */
    private static StatementWatch watch() {
        return new StatementWatch(
                new Blind(),
                Settings.defaults()
                        .withReportAfter(Duration.ZERO)
                        .withLockTimeout(Duration.ZERO)
                        .timeouts());
    }

    /** Sees nothing. */
    private static final class Blind implements Observer {

        @Override
        public Optional<StatementReport> look() {
            return Optional.empty();
        }

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }
}
