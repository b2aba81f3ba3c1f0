package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
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
     * A run with a fault in it, and its restart.
     *
     * @param request the number of the request
     * @param wrong what is wrong after the restart; empty if nothing is
     * @param complaint what the restart said
     */
    private record Trouble(int request, String wrong, String complaint) {}

    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Path material = stage.material(tool, "few", Ddl.tables(REVISIONS));
        Attempt undisturbed = stage.attempt(tool, material);
        int requests;
        try (var proxy = new FaultProxy(undisturbed.port())) {
            stage.upgradeOrFail(undisturbed.through(proxy.port()));
            requests = proxy.requests();
        }
        String right = stage.state(undisturbed);
        var futures = new ArrayList<Future<Trouble>>();
        for (int request = 1; request <= requests; request += stage.settings().every()) {
            int number = request;
            futures.add(stage.lanes().submit(() -> at(number, tool, material, right)));
        }
        return verdict(gather(futures));
    }

    private static List<Trouble> gather(List<Future<Trouble>> futures) throws InterruptedException, ExecutionException {
        var all = new ArrayList<Trouble>();
        for (Future<Trouble> future : futures) {
            all.add(future.get());
        }
        return all;
    }

    private Trouble at(int request, FaultTool tool, Path material, String right) throws Exception {
        Attempt attempt = stage.attempt(tool, material);
        try (var proxy = new FaultProxy(attempt.port())) {
            Child victim = stage.ready(attempt.through(proxy.port()));
            proxy.arm(
                    new FaultProxy.Fault((number, text) -> number == request, side, maker.make(stage, victim, proxy)));
            victim.release().await(Stage.PATIENCE);
        }
        stage.awaitNoSessions(attempt);
        Ending restart = stage.upgrade(attempt);
        String wrong = restart.isDone() ? compare(right, attempt) : restart.reason();
        stage.drop(attempt);
        return new Trouble(request, wrong, restart.complaint());
    }

    private String compare(String right, Attempt attempt) throws Exception {
        return stage.state(attempt).equals(right) ? "" : "database wrong";
    }

    private static Verdict verdict(List<Trouble> all) {
        List<Trouble> bad =
                all.stream().filter(trouble -> !trouble.wrong().isEmpty()).toList();
        Map<String, Long> reasons =
                bad.stream().collect(Collectors.groupingBy(Trouble::wrong, TreeMap::new, Collectors.counting()));
        String cell = bad.isEmpty()
                ? "right after all " + all.size()
                : "wrong after %d of %d%s".formatted(bad.size(), all.size(), Reasons.first(reasons));
        return new Verdict(cell, bad.isEmpty() ? "" : note(bad, reasons));
    }

    private static String note(List<Trouble> bad, Map<String, Long> reasons) {
        return "%s; at requests %s; %s"
                .formatted(
                        Reasons.all(reasons),
                        bad.stream()
                                .map(trouble -> Integer.toString(trouble.request()))
                                .collect(Collectors.joining(" ")),
                        bad.get(0).complaint());
    }
}
