package dev.waymark.neo4j;

import dev.waymark.run.StepOrder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.neo4j.driver.Query;
import org.neo4j.driver.async.ResultCursor;

/**
 * What the history is told of one step: that it has begun, if it has more than one transaction, how its stages stand,
 * and that it is finished.
 */
interface Ledger {

    static Ledger of(Workplace place, StepOrder<CypherContext> order) {
        return place.history() == place.access() ? new LedgerBesideData(place, order) : new LedgerApart(place, order);
    }

    /** Makes the step this run's, within a data stage that the caller commits, and then {@link #hasBegun()}. */
    void begin(DataStage stage);

    void hasBegun();

    /** Makes the step this run's, in a transaction of its own. */
    void begin();

    /** Records how a stage stands, within a data stage that the caller commits. */
    void mark(DataStage stage, StageRecord record);

    /** Records how a stage stands, and what else is to be written of it to the history. */
    void write(StageRecord record, List<Query> more);

    /** Whether the history tells how long a data stage took, so that the record can be sent along with it. */
    boolean knowsItsTime();

    /** Sends the record of the finished step, within a data stage. */
    CompletionStage<ResultCursor> sendFinish(DataStage stage, Ran ran);

    /** Makes sure of the record that was sent, before the data stage is committed. */
    void finish(DataStage stage, CompletionStage<ResultCursor> sent);

    /** Records again what was run, since more was run than was recorded. */
    void amend(DataStage stage, Ran ran);

    /** Whether the data stage with the record was committed; waits for a transaction that may still be about to be. */
    boolean isRecorded();

    /** The data stage with the record is committed. */
    void hasFinished();
}
