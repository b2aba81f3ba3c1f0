package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.List;

/** An index is made concurrently between two tables, by one process, or while a second one wants to do the same. */
final class ConcurrentIndex implements Situation {

    private static final int PAUSE = 3;

    private final Stage stage;
    private final int processes;

    ConcurrentIndex(Stage stage, int processes) {
        this.stage = stage;
        this.processes = processes;
    }

    /** The pause makes sure that a second process has begun to wait when the index is made. */
    @Override
    public Verdict judge(FaultTool tool) throws Exception {
        Attempt attempt = stage.attempt(
                tool,
                stage.material(
                        tool, "index", List.of(Ddl.table(1), Ddl.pause(PAUSE), Ddl.concurrentIndex(""), Ddl.table(2))));
        var children = new ArrayList<Child>();
        for (int index = 0; index < processes; index++) {
            children.add(stage.ready(attempt));
        }
        for (Child child : children) {
            child.release();
        }
        var endings = new ArrayList<Ending>();
        for (Child child : children) {
            endings.add(child.await());
        }
        stage.endAll(attempt);
        return verdict(endings, attempt);
    }

    private Verdict verdict(List<Ending> endings, Attempt attempt) throws Exception {
        List<Ending> bad = endings.stream().filter(ending -> !ending.isDone()).toList();
        String index = stage.indexes(attempt);
        String cell = "%d of %d%s".formatted(endings.size() - bad.size(), endings.size(), reasons(bad));
        if (bad.isEmpty()) {
            return Verdict.of(cell + (index.equals("valid") ? "" : "; index " + index));
        }
        Ending again = stage.upgrade(attempt);
        stage.endAll(attempt);
        return new Verdict(
                cell + "; restart: " + (again.isDone() ? "index " + stage.indexes(attempt) : again.reason()),
                bad.get(0).complaint() + (again.isDone() ? "" : "; restart: " + again.complaint()));
    }

    private static String reasons(List<Ending> bad) {
        List<String> reasons = bad.stream().map(Ending::reason).distinct().toList();
        return reasons.isEmpty() ? "" : ": " + String.join(", ", reasons);
    }
}
