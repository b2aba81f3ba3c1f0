package dev.waymark.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several processes that upgrade one database at once. */
final class Crowd {

    /** As long as the most patient tool waits for its lock by default. */
    private static final int PATIENCE = 300;

    private Crowd() {}

    /**
     * What became of a crowd.
     *
     * @param endings how each process ended
     * @param asUndisturbed whether the database is now as one process alone would have left it
     */
    record Result(List<Ending> endings, boolean asUndisturbed) {

        /** Copies the list. */
        Result {
            endings = List.copyOf(endings);
        }

        long done() {
            return endings.stream().filter(Ending::isDone).count();
        }

        double seconds() {
            return endings.stream().mapToDouble(Ending::seconds).max().orElseThrow();
        }
    }

    /** {@return what becomes of so many processes that are let go at the same time} */
    static Result start(Stage stage, Attempt attempt, int processes, String undisturbed) throws Exception {
        var children = new ArrayList<Child>();
        for (int index = 0; index < processes; index++) {
            children.add(stage.start(attempt));
        }
        for (Child child : children) {
            child.awaitReady();
        }
        for (Child child : children) {
            child.release();
        }
        return new Result(await(children), isLike(undisturbed, stage, attempt));
    }

    private static List<Ending> await(List<Child> children) {
        return Parallel.map(children, child -> {
            try {
                return child.await(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for a process", e);
            }
        });
    }

    private static boolean isLike(String undisturbed, Stage stage, Attempt attempt) throws SQLException {
        return stage.state(attempt).equals(undisturbed);
    }

    /** {@return a verdict on all rounds} */
    static Verdict verdict(List<Result> results, int processes, String more) {
        long least = results.stream().mapToLong(Result::done).min().orElseThrow();
        long most = results.stream().mapToLong(Result::done).max().orElseThrow();
        Map<String, Long> reasons = results.stream()
                .flatMap(result -> result.endings().stream())
                .filter(ending -> !ending.isDone())
                .collect(Collectors.groupingBy(Ending::reason, TreeMap::new, Collectors.counting()));
        String range = least == most ? Long.toString(least) : least + " to " + most;
        boolean right = results.stream().allMatch(Result::asUndisturbed);
        String cell = "%s of %d%s%s%s"
                .formatted(
                        range, processes, Reasons.first(reasons), right || most == 0 ? "" : "; database wrong", more);
        return new Verdict(cell, note(results, reasons));
    }

    private static String note(List<Result> results, Map<String, Long> reasons) {
        double seconds = results.stream().mapToDouble(Result::seconds).max().orElseThrow();
        String last = String.format(Locale.ROOT, "the last ended after %.0f s", seconds);
        return reasons.isEmpty() ? last : last + "; " + Reasons.all(reasons) + "; " + example(results);
    }

    private static String example(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.endings().stream())
                .filter(ending -> !ending.isDone())
                .findFirst()
                .map(Ending::complaint)
                .orElse("");
    }
}
