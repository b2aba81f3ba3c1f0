package dev.waymark.neo4j;

import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.StepOrder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.ResultCursor;

/**
 * What the history is told of one step: that it has begun, if it has more than one transaction, how its stages stand,
 * and that it is finished.
 */
final class Ledger {

    private final Workplace place;
    private final StepOrder<CypherContext> order;
    private final RevisionId id;
    private final State unfinished;

    Ledger(Workplace place, StepOrder<CypherContext> order) {
        this.place = place;
        this.order = order;
        this.id = order.step().id();
        this.unfinished = order.step().direction() == Direction.UP ? State.APPLYING : State.REMOVING;
    }

    /** Whether the history says that the step was begun in its direction, by this run or by an earlier one. */
    boolean isBegun() {
        return place.unfinished().states().get(id) == unfinished;
    }

    /** Whether it is a head of the history that is none of the applied set. */
    private boolean isHalfApplied() {
        return place.unfinished().states().get(id) == State.APPLYING;
    }

    /** Makes the step this run's, within a transaction that the caller commits, and then {@link #hasBegun()}. */
    void begin(DataStage stage) {
        if (!place.unfinished().owned().contains(id)) {
            requireHeads(stage.rows(stage.send(place.writer().begin(order, isHalfApplied()))));
        }
    }

    void hasBegun() {
        place.unfinished().owned().add(id);
        place.unfinished().states().put(id, unfinished);
    }

    /** Makes the step this run's, in a transaction of its own. */
    void begin() {
        if (!place.unfinished().owned().contains(id)) {
            inTransaction(this::begin);
            hasBegun();
        }
    }

    /** Records how a stage stands, within a transaction that the caller commits. */
    void mark(DataStage stage, StageRecord record) {
        if (stage.rows(stage.send(place.writer().mark(order, record))).isEmpty()) {
            throw place.lease().lost();
        }
    }

    /** Records how a stage stands, in a transaction that may do more before. */
    void mark(StageRecord record, Consumer<DataStage> more) {
        inTransaction(stage -> {
            more.accept(stage);
            mark(stage, record);
        });
    }

    private void inTransaction(Consumer<DataStage> work) {
        try (DataStage stage = place.dataStage(name())) {
            work.accept(stage);
            stage.commit();
        }
    }

    /** Sends the record of the finished step. */
    CompletionStage<ResultCursor> sendFinish(DataStage stage, Ran ran) {
        return stage.send(place.writer().finish(order, isHalfApplied(), ran));
    }

    void finish(DataStage stage, CompletionStage<ResultCursor> sent) {
        if (place.unfinished().states().containsKey(id)) {
            stage.rows(stage.send(place.writer().forgetStages(order)));
        }
        requireHeads(stage.rows(sent));
    }

    /** Records again what was run, since more was run than was recorded. */
    void amend(DataStage stage, Ran ran) {
        stage.rows(stage.send(place.writer().amend(order, ran)));
    }

    void hasFinished() {
        place.unfinished().states().remove(id);
    }

    private void requireHeads(List<Record> verdict) {
        HistoryWriter.requireHeads(verdict, HistoryWriter.expected(order, isHalfApplied()));
    }

    private String name() {
        return order.step().direction() + " " + id;
    }
}
