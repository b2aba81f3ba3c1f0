package dev.waymark.neo4j;

import dev.waymark.run.StepOrder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.ResultCursor;

/** The ledger of a history in the same database as the data: both are written in one transaction. */
final class LedgerBesideData implements Ledger {

    private final Workplace place;
    private final StepOrder<CypherContext> order;
    private final Standing standing;

    LedgerBesideData(Workplace place, StepOrder<CypherContext> order) {
        this.place = place;
        this.order = order;
        this.standing = new Standing(place, order);
    }

    @Override
    public void begin(DataStage stage) {
        if (!standing.isOwned()) {
            requireHeads(stage.rows(stage.send(place.writer().begin(order, standing.state()))));
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
            hasBegun();
        }
    }

    @Override
    public void mark(DataStage stage, StageRecord record) {
        if (stage.rows(stage.send(place.writer().mark(order, record))).isEmpty()) {
            throw place.lease().lost();
        }
    }

    @Override
    public CompletionStage<ResultCursor> sendFinish(DataStage stage, Ran ran) {
        return stage.send(place.writer().finish(order, standing.state(), ran));
    }

    @Override
    public void finish(DataStage stage, CompletionStage<ResultCursor> sent) {
        if (standing.isUnfinished()) {
            stage.rows(stage.send(place.writer().forgetStages(order)));
        }
        requireHeads(stage.rows(sent));
    }

    @Override
    public void amend(DataStage stage, Ran ran) {
        stage.rows(stage.send(place.writer().amend(order, ran)));
    }

    @Override
    public boolean knowsItsTime() {
        return true;
    }

    @Override
    public boolean isRecorded() {
        Query query = place.writer().hasLogged(order);
        return place.access()
                .run(query.text(), query.parameters().asMap())
                .get(0)
                .get("logged")
                .asBoolean();
    }

    @Override
    public void write(StageRecord record, List<Query> more) {
        place.inTransaction(standing.name(), stage -> {
            more.forEach(query -> stage.rows(stage.send(query)));
            mark(stage, record);
        });
    }

    @Override
    public void hasFinished() {
        standing.hasFinished();
    }

    private void requireHeads(List<Record> verdict) {
        HistoryWriter.requireHeads(verdict, HistoryWriter.expected(order, standing.state()));
    }
}
