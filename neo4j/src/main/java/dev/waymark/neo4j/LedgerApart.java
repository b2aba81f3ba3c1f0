package dev.waymark.neo4j;

import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.StepOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.ResultCursor;

/**
 * The ledger of a history in another database than the data. No transaction reaches both, so the data's database has a
 * journal of one node: the step that is at work, and, once it is finished, all that its record says. Whoever takes the
 * lock next brings to the history what is still in the journal.
 */
final class LedgerApart implements Ledger {

    private final Workplace place;
    private final StepOrder<CypherContext> order;
    private final Standing standing;

    LedgerApart(Workplace place, StepOrder<CypherContext> order) {
        this.place = place;
        this.order = order;
        this.standing = new Standing(place, order);
    }

    /**
     * The history is told first: what it calls begun, and has no stage, has done nothing. Before that, stages of
     * another life of the revision are forgotten.
     */
    @Override
    public void begin(DataStage stage) {
        if (!standing.isOwned()) {
            stage.requireFence(); // the database of the history has none
            if (!standing.isBegun()) {
                Query forget = place.writer().forgetStages(order);
                place.access().run(forget.text(), forget.parameters().asMap());
            }
            Optional<State> state = standing.state();
            try (DataStage history = place.historyStage(standing.name())) {
                List<Record> verdict = history.rows(history.send(place.writer().begin(order, state)));
                HistoryWriter.requireHeads(verdict, HistoryWriter.expected(order, state));
                history.commit();
            }
            hasBegun();
        }
    }

    @Override
    public void hasBegun() {
        standing.hasBegun();
    }

    @Override
    public void begin() {
        if (!standing.isOwned()) {
            place.inTransaction(standing.name(), this::begin);
        }
    }

    @Override
    public void mark(DataStage stage, StageRecord record) {
        stage.rows(stage.send(place.writer().markBesideData(order, record)));
    }

    @Override
    public void write(StageRecord record, List<Query> more) {
        more.forEach(
                query -> place.history().run(query.text(), query.parameters().asMap()));
        place.inTransaction(standing.name(), stage -> mark(stage, record));
    }

    @Override
    public boolean knowsItsTime() {
        return false;
    }

    @Override
    public CompletionStage<ResultCursor> sendFinish(DataStage stage, Ran ran) {
        Query finish = place.writer().finish(order, standing.state(), ran);
        return stage.send(Journal.of(place).close(finish));
    }

    /** Once it is committed there is no way back, so the heads are looked at before. */
    @Override
    public void finish(DataStage stage, CompletionStage<ResultCursor> sent) {
        stage.rows(sent);
        Query found = place.writer().found();
        HistoryWriter.requireHeads(
                place.history().run(found.text(), found.parameters().asMap()),
                HistoryWriter.expected(order, standing.state()));
        stage.rows(stage.send(place.writer().forgetStages(order)));
    }

    @Override
    public void amend(DataStage stage, Ran ran) {
        throw new IllegalStateException("Nothing is recorded before the step has ended");
    }

    @Override
    public boolean isRecorded() {
        return Journal.of(place).isOf(order.run(), standing.id());
    }

    @Override
    public void hasFinished() {
        Journal.of(place).bringToHistory();
        standing.hasFinished();
    }
}
