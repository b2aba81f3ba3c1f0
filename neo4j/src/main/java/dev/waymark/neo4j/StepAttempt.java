package dev.waymark.neo4j;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.plan.Direction;
import dev.waymark.run.StepOrder;
import dev.waymark.session.StatementEvents;
import dev.waymark.session.WatchedListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Values;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * One attempt at a step: its stages, one after the other, each committed together with what the history keeps of it. A
 * step of one data stage is recorded in that stage's transaction, with no other one around it.
 */
final class StepAttempt implements AutoCloseable {

    private final Workplace place;
    private final StepOrder<CypherContext> order;
    private final Rehearsed wayBack;
    private final CypherLanguage language;
    private final Ledger ledger;
    private final Failures failures;
    private final WatchedListener listener;
    private final StatementEvents events;
    private final Progress progress;
    private final Recording recording = new Recording();
    private final long startedAt = System.nanoTime();
    private final boolean resumed;
    private int expected;
    private final List<String> statements = new ArrayList<>();
    private final List<Changes> changes = new ArrayList<>();
    private @Nullable DataStage shared;
    private @Nullable DataStage data;
    private @Nullable CompletionStage<ResultCursor> recorded;
    private boolean inData;

    /**
     * Makes an attempt at a step that has its transactions to itself, unless {@link #within} says otherwise.
     *
     * @param place what the steps of a session share
     * @param order the step
     * @param rehearsals what it would run, and what its way back would
     * @param earlier the stages that the history has of it
     * @param listener is told of its statements
     */
    StepAttempt(
            Workplace place,
            StepOrder<CypherContext> order,
            Rehearsals rehearsals,
            List<StageRecord> earlier,
            WatchedListener listener) {
        this.place = place;
        this.order = order;
        this.wayBack = rehearsals.wayBack();
        this.ledger = Ledger.of(place, order);
        this.failures = new Failures(place.description());
        this.resumed = new Standing(place, order).isUnfinished();
        this.expected =
                resumed || !ledger.knowsItsTime() ? 0 : rehearsals.step().statementsOfOneDataStage();
        this.language = CypherLanguage.of(order.migration());
        this.listener = listener;
        this.events = new StatementEvents(order.step(), listener);
        this.progress = new Progress(order.step().id(), earlier);
    }

    /** Puts all of it into a transaction that others share, and that is committed by whoever made it. */
    StepAttempt within(DataStage transaction) {
        shared = transaction;
        data = transaction;
        expected = 0;
        return this;
    }

    /** Runs the migration, records the step, and says how long it took. */
    Duration run() throws Exception {
        LiveCypherContext context =
                new LiveCypherContext(this, order.migration().getClass());
        if (isUp()) {
            order.migration().up(context);
        } else {
            order.migration().down(context);
        }
        failures.requireNone();
        progress.end();
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        finish(took);
        return took;
    }

    /** How many stages were finished by an earlier attempt. */
    int finishedEarlier() {
        return progress.finished();
    }

    Changes change(String cypher, Map<String, ?> parameters) {
        Query query = query(cypher, parameters);
        recording.add(StageKind.DATA, CypherText.rendered(cypher, parameters));
        if (isDoneInData(cypher)) {
            events.next();
            return progress.answer(cypher);
        }
        events.begins(cypher);
        Changes changed = failures.naming(cypher, () -> sentAndRecorded(query));
        ran(cypher, changed);
        return changed;
    }

    private Changes sentAndRecorded(Query query) {
        CompletionStage<ResultCursor> sent = openData().send(query);
        if (expected > 0 && recording.entries().size() == expected) {
            recorded = ledger.sendFinish(openData(), ran(null));
        }
        return openData().changes(sent);
    }

    List<Record> rows(String cypher, Map<String, ?> parameters) {
        Query query = query(cypher, parameters);
        recording.add(StageKind.DATA, CypherText.rendered(cypher, parameters));
        if (isDoneInData(cypher)) {
            events.next();
            progress.answer(cypher);
            return failures.naming(cypher, () -> place.access()
                    .run(query.text(), query.parameters().asMap()));
        }
        events.begins(cypher);
        List<Record> rows =
                failures.naming(cypher, () -> openData().rows(openData().send(query)));
        ran(cypher, Changes.NONE);
        return rows;
    }

    private void ran(String cypher, Changes changed) {
        statements.add(cypher);
        changes.add(changed);
        events.ended((int) Math.min(changed.total(), Integer.MAX_VALUE));
    }

    /** Whether a statement belongs to a data stage that is finished already. */
    private boolean isDoneInData(String cypher) {
        if (!inData) {
            inData = true;
            progress.next(StageKind.DATA, cypher);
        }
        return progress.isDone();
    }

    private DataStage openData() {
        if (data == null) {
            data = place.dataStage(stepName());
        }
        return data;
    }

    /** Ends the data stage, if there is one, so that a stage of another kind can follow. */
    private void commitData() {
        DataStage ending = data;
        if (ending != null) {
            ledger.begin(ending);
            ledger.mark(ending, StageRecord.done(progress.stage(), StageKind.DATA, statements, changes));
            ending.commit();
            endData();
            ledger.hasBegun();
        }
        inData = false;
    }

    private void endData() {
        if (data != null) {
            data.close();
            data = null;
        }
        statements.clear();
        changes.clear();
    }

    /** Begins a stage that is not a data stage: the step is recorded as begun, whatever happens to the stage. */
    void enter(StageKind kind, String statement) {
        if (shared != null) {
            throw new InvalidMigrationsException(List.of(Steps.notTransactional(order)));
        }
        if (recorded != null) {
            throw new UnlikeRehearsalException();
        }
        failures.naming("record the stage", () -> {
            commitData();
            ledger.begin();
            return true;
        });
        progress.next(kind, statement);
        recording.add(kind, statement);
    }

    /** Whether an earlier attempt, of this run or another one, has begun the step. */
    boolean isResumed() {
        return resumed;
    }

    /** Whether the stage that was entered was finished earlier. */
    boolean isDone() {
        return progress.isDone();
    }

    Progress progress() {
        return progress;
    }

    /** Records that the stage is done, together with what else is to be written then. */
    void markDone(StageKind kind, String statement, Changes changed, List<Query> more) {
        ledger.write(StageRecord.done(progress.stage(), kind, List.of(statement), List.of(changed)), more);
    }

    /** Records how the stage that was entered stands, within a transaction that the caller commits. */
    void mark(DataStage stage, StageRecord record) {
        ledger.mark(stage, record);
    }

    private void finish(Duration took) {
        if (resumed) {
            new Markers(this).dropAll();
        }
        try {
            DataStage stage = openData();
            ledger.finish(stage, recorded == null ? ledger.sendFinish(stage, ran(took.toMillis())) : recorded);
            if (recorded != null && recording.entries().size() > expected) {
                ledger.amend(stage, ran(took.toMillis()));
            }
            if (shared == null) {
                new LastCommit(place, ledger).of(stage);
                ledger.hasFinished();
            }
        } catch (Neo4jException e) {
            throw Neo4jErrors.ofStatement(place.description(), "record the step", e);
        }
    }

    private Ran ran(@Nullable Long milliseconds) {
        return new Ran(recording, wayBack, language, milliseconds);
    }

    Workplace place() {
        return place;
    }

    StepOrder<CypherContext> order() {
        return order;
    }

    WatchedListener listener() {
        return listener;
    }

    StatementEvents events() {
        return events;
    }

    Query query(String cypher, Map<String, ?> parameters) {
        return new Query(language.before(cypher), Values.value(parameters));
    }

    Failures failures() {
        return failures;
    }

    boolean isUp() {
        return order.step().direction() == Direction.UP;
    }

    String stepName() {
        return order.step().direction() + " " + order.step().id();
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        endData();
    }
}
