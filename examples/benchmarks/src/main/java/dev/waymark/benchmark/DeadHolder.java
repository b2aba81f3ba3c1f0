package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A process is killed in the middle of its second revision, while another one waits for it. */
final class DeadHolder implements Situation {

    private static final int HEADSTART_SECONDS = 5;
    private static final int NEVER_SECONDS = 120;

    private final Stage stage;

    DeadHolder(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Path material = stage.material(tool, "holder", Ddl.tables(3));
        Attempt attempt = stage.attempt(tool, material);
        var end = new CountDownLatch(1);
        try (var proxy = new FaultProxy(attempt.port())) {
            Child holder = stage.ready(attempt.through(proxy.port()));
            Child waiter = stage.ready(attempt);
            proxy.arm(new FaultProxy.Fault(
                    (number, text) -> text.contains("item_2 "), FaultProxy.Side.BEFORE, backend -> end.await()));
            holder.release();
            if (!proxy.awaitStruck(Stage.PATIENCE)) {
                return Verdict.of("not measured: never began");
            }
            waiter.release();
            Thread.sleep(HEADSTART_SECONDS * 1000L);
            boolean waits = waiter.isRunning();
            holder.kill();
            proxy.cut();
            return verdict(waits, waiter);
        } finally {
            end.countDown();
            stage.endAll(attempt);
        }
    }

    private static Verdict verdict(boolean waits, Child waiter) throws InterruptedException {
        long start = System.nanoTime();
        Ending ending = waiter.await(NEVER_SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (ending.kind() == Ending.Kind.HANGS) {
            return Verdict.of("not within " + NEVER_SECONDS + " s");
        }
        if (!ending.isDone()) {
            return new Verdict("never: " + ending.reason(), ending.complaint());
        }
        return Verdict.of(waits ? String.format(Locale.ROOT, "%.1f s", seconds) : "does not wait: no lock");
    }
}
