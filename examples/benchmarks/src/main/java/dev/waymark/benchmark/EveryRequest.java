package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * One fault at each request of a run, one run for each; then a plain restart, after which the database should be as it
 * is after an undisturbed run. One of the requests always lies exactly between the work of a migration and its record.
 */
final class EveryRequest implements Situation {

    private static final int REVISIONS = 5;

    /** Makes the blow that falls on a process or on its server process. */
    @FunctionalInterface
    private interface BlowMaker {
        FaultProxy.Blow make(Stage stage, Child victim, FaultProxy proxy);
    }

    private final Stage stage;
    private final FaultProxy.Side side;
    private final BlowMaker maker;

    private EveryRequest(Stage stage, FaultProxy.Side side, BlowMaker maker) {
        this.stage = stage;
        this.side = side;
        this.maker = maker;
    }

    /** The process is killed. What the server has done by then is the same as after the request before. */
    static Situation killed(Stage stage) {
        return new EveryRequest(stage, FaultProxy.Side.BEFORE, (anyStage, victim, proxy) -> backend -> {
            victim.kill();
            proxy.cut();
        });
    }

    /** The server process is ended when the request comes. */
    static Situation ended(Stage stage) {
        return new EveryRequest(
                stage, FaultProxy.Side.BEFORE, (anyStage, victim, proxy) -> backend -> anyStage.endBackend(backend));
    }

    /** The server process is ended when it has done the request, and the answer is lost. */
    static Situation unheard(Stage stage) {
        return new EveryRequest(
                stage, FaultProxy.Side.AFTER, (anyStage, victim, proxy) -> backend -> anyStage.endBackend(backend));
    }

    /**
     * A restart after a fault.
     *
     * @param wrong what is wrong after it; empty if nothing is
     * @param complaint what it said
     */
    private record Restart(String wrong, String complaint) {}

    /**
     * Where a fault happened.
     *
     * @param request the number of the request
     * @param restart the restart after it
     */
    private record Point(int request, CompletableFuture<Restart> restart) {}

    /**
     * What one tool is tried on.
     *
     * @param tool the tool
     * @param material what it reads
     * @param right the state of the database after an undisturbed run
     * @param restarts what became of a restart, by what the database held when it began
     */
    private record Trial(
            FaultTool tool, Path material, String right, Map<String, CompletableFuture<Restart>> restarts) {}

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Path material = stage.material(tool, "few", Ddl.tables(REVISIONS));
        Attempt undisturbed = stage.attempt(tool, material);
        int requests;
        try (var proxy = new FaultProxy(undisturbed.port())) {
            stage.upgradeOrFail(undisturbed.through(proxy.port()));
            requests = proxy.requests();
        }
        var trial = new Trial(tool, material, stage.state(undisturbed), new ConcurrentHashMap<>());
        var restarts = new TreeMap<Integer, Restart>();
        for (Future<Point> future : stage.lanes().invokeAll(points(requests, trial))) {
            Point point = future.get();
            restarts.put(point.request(), point.restart().get());
        }
        return verdict(restarts);
    }

    private List<Callable<Point>> points(int requests, Trial trial) {
        var points = new ArrayList<Callable<Point>>();
        for (int request = 1; request <= requests; request += stage.settings().every()) {
            int number = request;
            points.add(() -> new Point(number, at(number, trial)));
        }
        return points;
    }

    /** Restarts on databases that hold the same end the same, so that one of them is enough. */
    private CompletableFuture<Restart> at(int request, Trial trial) throws Exception {
        Attempt attempt = stage.attempt(trial.tool(), trial.material());
        disturb(request, attempt);
        var restart = new CompletableFuture<Restart>();
        CompletableFuture<Restart> same = trial.restarts().putIfAbsent(stage.contents(attempt), restart);
        if (same == null) {
            restart(attempt, trial.right(), restart);
        }
        stage.drop(attempt);
        return same == null ? restart : same;
    }

    private void disturb(int request, Attempt attempt) throws Exception {
        try (var proxy = new FaultProxy(attempt.port())) {
            Child victim = stage.ready(attempt.through(proxy.port()));
            proxy.arm(
                    new FaultProxy.Fault((number, text) -> number == request, side, maker.make(stage, victim, proxy)));
            victim.release().await();
        }
        stage.awaitNoSessions(attempt);
    }

    private void restart(Attempt attempt, String right, CompletableFuture<Restart> restart) throws Exception {
        try {
            Ending ending = stage.upgrade(attempt);
            String wrong = ending.isDone() ? compare(right, attempt) : ending.reason();
            restart.complete(new Restart(wrong, ending.complaint()));
        } finally {
            restart.completeExceptionally(new IllegalStateException("A restart could not be tried"));
        }
    }

    private String compare(String right, Attempt attempt) throws Exception {
        return stage.state(attempt).equals(right) ? "" : "database wrong";
    }

    private static Verdict verdict(Map<Integer, Restart> all) {
        var bad = new TreeMap<>(all);
        bad.values().removeIf(restart -> restart.wrong().isEmpty());
        if (bad.isEmpty()) {
            return Verdict.of("right after all " + all.size());
        }
        Map<String, Long> reasons = bad.values().stream()
                .collect(Collectors.groupingBy(Restart::wrong, TreeMap::new, Collectors.counting()));
        return new Verdict(
                "wrong after %d of %d%s".formatted(bad.size(), all.size(), Reasons.first(reasons)),
                "%s; at requests %s; %s"
                        .formatted(
                                Reasons.all(reasons),
                                bad.keySet(),
                                bad.firstEntry().getValue().complaint()));
    }
}
