package dev.waymark.neo4j;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.plan.Direction;
import dev.waymark.run.RunEvent;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Retries;
import dev.waymark.session.WatchedListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs steps. Each has its stages to itself, unless several are to share one transaction. A stage that had to give way
 * to others is rolled back, and its step tried again from there.
 *
 * @param place what the steps of a session share
 * @param stages reads the stages of an unfinished step
 * @param listener is told
 */
record Steps(Workplace place, Function<StepOrder<CypherContext>, List<StageRecord>> stages, WatchedListener listener) {

    void run(List<StepOrder<CypherContext>> orders) throws Exception {
        List<Rehearsals> rehearsals = orders.stream().map(Steps::rehearsals).toList();
        if (orders.size() == 1) {
            StepOrder<CypherContext> order = orders.get(0);
            retries(order).run(() -> unlikeRehearsedOrNot(order, rehearsals.get(0)));
        } else {
            refuseStages(orders, rehearsals);
            refuseHistoryApart(orders.get(0));
            retries(orders.get(0)).run(() -> together(orders, rehearsals));
        }
    }

    private Retries retries(StepOrder<CypherContext> order) {
        return new Retries(place.timeouts().retryFor(), Neo4jErrors::reasonToRetry, order::step, listener);
    }

    private static Rehearsals rehearsals(StepOrder<CypherContext> order) {
        Direction direction = order.step().direction();
        Rehearsed wayBack = direction == Direction.UP
                ? new RehearsalRoom(order.migration(), Direction.DOWN).rehearsed()
                : Rehearsed.unknown("");
        return new Rehearsals(new RehearsalRoom(order.migration(), direction).rehearsed(), wayBack);
    }

    /** A step that turns out to have more stages than it had told is begun anew without counting on that. */
    private void unlikeRehearsedOrNot(StepOrder<CypherContext> order, Rehearsals rehearsals) throws Exception {
        try {
            alone(order, rehearsals);
        } catch (UnlikeRehearsalException e) {
            alone(order, new Rehearsals(Rehearsed.unknown(String.valueOf(e.getMessage())), rehearsals.wayBack()));
        }
    }

    private void alone(StepOrder<CypherContext> order, Rehearsals rehearsals) throws Exception {
        boolean begun = new Standing(place, order).isBegun();
        List<StageRecord> earlier = begun ? stages.apply(order) : List.of();
        place.lease().isAtWorkOn(order.step().direction() + " " + order.step().id());
        listener.accept(new RunEvent.StepStarted(order.step()));
        Duration took;
        try (StepAttempt attempt = new StepAttempt(place, order, rehearsals, earlier, listener)) {
            if (begun) {
                listener.accept(new RunEvent.StepResumed(order.step(), attempt.finishedEarlier()));
            }
            took = attempt.run();
        }
        listener.accept(new RunEvent.StepFinished(order.step(), took));
    }

    private void together(List<StepOrder<CypherContext>> orders, List<Rehearsals> rehearsals) throws Exception {
        List<RunEvent.StepFinished> finished = new ArrayList<>();
        StepOrder<CypherContext> last = orders.get(orders.size() - 1);
        try (DataStage shared = place.dataStage("run " + last.run())) {
            for (int i = 0; i < orders.size(); i++) {
                listener.accept(new RunEvent.StepStarted(orders.get(i).step()));
                StepAttempt attempt =
                        new StepAttempt(place, orders.get(i), rehearsals.get(i), List.of(), listener).within(shared);
                finished.add(new RunEvent.StepFinished(orders.get(i).step(), attempt.run()));
            }
            new LastCommit(place, Ledger.of(place, last)).of(shared);
        }
        finished.forEach(listener);
    }

    private static void refuseStages(List<StepOrder<CypherContext>> orders, List<Rehearsals> rehearsals) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            boolean staged = rehearsals.get(i).step().recording().entries().stream()
                    .anyMatch(entry -> entry.kind() != StageKind.DATA);
            if (staged) {
                problems.add(notTransactional(orders.get(i)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidMigrationsException(problems);
        }
    }

    private void refuseHistoryApart(StepOrder<CypherContext> order) {
        if (place.history() != place.access()) {
            throw new InvalidMigrationsException(
                    List.of(
                            new Problem(
                                    Kind.NOT_TRANSACTIONAL,
                                    order.step().id().value(),
                                    "One transaction for the whole run was asked for, and the history is in another database than the data")));
        }
    }

    static Problem notTransactional(StepOrder<CypherContext> order) {
        return new Problem(
                Kind.NOT_TRANSACTIONAL,
                order.step().id().value(),
                "Revision '%s' has stages with transactions of their own, and one transaction for the whole run was asked for"
                        .formatted(order.step().id()));
    }
}
