package dev.waymark.neo4j;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.LockLostException;
import dev.waymark.plan.Direction;
import dev.waymark.run.RunEvent;
import dev.waymark.run.StepOrder;
import dev.waymark.session.StatementEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
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
    private final StatementEvents events;
    private final Progress progress;
    private final Recording recording = new Recording();
    private final long startedAt = System.nanoTime();
    private final int expected;
    private final List<String> statements = new ArrayList<>();
    private final List<Changes> changes = new ArrayList<>();
    private final @Nullable DataStage shared;
    private @Nullable DataStage data;
    private @Nullable CompletionStage<ResultCursor> recorded;
    private boolean inData;

    /**
     * Makes an attempt at a step that has its transactions to itself.
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
            Consumer<RunEvent> listener) {
        this.place = place;
        this.order = order;
        this.wayBack = rehearsals.wayBack();
        this.expected = isBegun() ? 0 : rehearsals.step().statementsOfOneDataStage();
        this.language = languageOf(order);
        this.events = new StatementEvents(order.step(), listener);
        this.progress = new Progress(order.step().id(), earlier);
        this.shared = null;
    }

    /**
     * Makes an attempt at a step that shares its only transaction with others.
     *
     * @param place what the steps of a session share
     * @param order the step
     * @param rehearsals what it would run, and what its way back would
     * @param shared the transaction, which is committed by whoever made it
     * @param listener is told of its statements
     */
    StepAttempt(
            Workplace place,
            StepOrder<CypherContext> order,
            Rehearsals rehearsals,
            DataStage shared,
            Consumer<RunEvent> listener) {
        this.place = place;
        this.order = order;
        this.wayBack = rehearsals.wayBack();
        this.expected = 0;
        this.language = languageOf(order);
        this.events = new StatementEvents(order.step(), listener);
        this.progress = new Progress(order.step().id(), List.of());
        this.shared = shared;
        this.data = shared;
    }

    private static CypherLanguage languageOf(StepOrder<CypherContext> order) {
        return order.migration() instanceof CypherMigration cypher ? cypher.language() : CypherLanguage.OF_THE_DATABASE;
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
        progress.end();
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        finish(took);
        return took;
    }

    /** How many stages were finished by an earlier attempt. */
    int finishedEarlier() {
        return progress.finished();
    }

    // data stages

    Changes change(String cypher, Map<String, ?> parameters) {
        Query query = query(cypher, parameters);
        recording.add(StageKind.DATA, CypherText.rendered(cypher, parameters));
        if (isDoneInData(cypher)) {
            events.next();
            return progress.answer(cypher);
        }
        events.begins(cypher);
        Changes changed = failingAs(cypher, () -> sentAndRecorded(query));
        ran(cypher, changed);
        return changed;
    }

    private Changes sentAndRecorded(Query query) {
        CompletionStage<ResultCursor> sent = openData().send(query);
        if (expected > 0 && recording.entries().size() == expected) {
            recorded = openData().send(place.writer().finish(order, false, ran(null)));
        }
        return openData().changes(sent);
    }

    List<Record> rows(String cypher, Map<String, ?> parameters) {
        Query query = query(cypher, parameters);
        recording.add(StageKind.DATA, CypherText.rendered(cypher, parameters));
        if (isDoneInData(cypher)) {
            events.next();
            progress.answer(cypher);
            return failingAs(cypher, () -> place.access()
                    .run(query.text(), query.parameters().asMap()));
        }
        events.begins(cypher);
        List<Record> rows = failingAs(cypher, () -> openData().rows(openData().send(query)));
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
            List<CompletionStage<ResultCursor>> sent = new ArrayList<>();
            if (!isBegun()) {
                sent.add(ending.send(place.writer().begin(order, false)));
            }
            StageRecord stage = StageRecord.done(progress.stage(), StageKind.DATA, statements, changes);
            CompletionStage<ResultCursor> marked = ending.send(place.writer().mark(order, stage));
            sent.forEach(begun -> requireHeads(ending.rows(begun)));
            requireMarked(ending.rows(marked));
            ending.commit();
            endData();
            place.begun().add(order.step().id());
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

    // stages of other kinds

    /** Begins a stage that is not a data stage: the step is recorded as begun, whatever happens to the stage. */
    void enter(StageKind kind, String statement) {
        if (shared != null) {
            throw new InvalidMigrationsException(List.of(Steps.notTransactional(order)));
        }
        commitData();
        begin();
        progress.next(kind, statement);
        recording.add(kind, statement);
    }

    private void begin() {
        if (!isBegun()) {
            inTransaction(
                    stage -> requireHeads(stage.rows(stage.send(place.writer().begin(order, false)))));
            place.begun().add(order.step().id());
        }
    }

    /** Whether the stage that was entered was finished earlier. */
    boolean isDone() {
        return progress.isDone();
    }

    Progress progress() {
        return progress;
    }

    /** Records how the stage that was entered stands, in a transaction that may do more. */
    void mark(StageRecord stage, Consumer<DataStage> more) {
        inTransaction(transaction -> {
            more.accept(transaction);
            requireMarked(transaction.rows(transaction.send(place.writer().mark(order, stage))));
        });
    }

    private void inTransaction(Consumer<DataStage> work) {
        try (DataStage stage = place.dataStage(stepName())) {
            work.accept(stage);
            stage.commit();
        }
    }

    // the end

    private void finish(Duration took) {
        try {
            DataStage stage = openData();
            boolean begun = isBegun();
            CompletionStage<ResultCursor> record =
                    recorded == null ? stage.send(place.writer().finish(order, begun, ran(took.toMillis()))) : recorded;
            if (begun) {
                stage.rows(stage.send(place.writer().forgetStages(order)));
            }
            requireHeads(stage.rows(record));
            if (recorded != null && recording.entries().size() > expected) {
                stage.rows(stage.send(place.writer().amend(order, ran(took.toMillis()))));
            }
            if (shared == null) {
                new LastCommit(place, order).of(stage);
                place.begun().remove(order.step().id());
            }
        } catch (Neo4jException e) {
            throw Neo4jErrors.ofStatement(place.description(), "record the step", e);
        }
    }

    private Ran ran(@Nullable Long milliseconds) {
        return new Ran(recording, wayBack, language, milliseconds);
    }

    private void requireHeads(List<Record> verdict) {
        HistoryWriter.requireHeads(verdict, HistoryWriter.expected(order, isBegun()));
    }

    private void requireMarked(List<Record> verdict) {
        if (verdict.isEmpty()) {
            throw lost();
        }
    }

    private LockLostException lost() {
        return place.lease().lost();
    }

    // what all share

    Workplace place() {
        return place;
    }

    StepOrder<CypherContext> order() {
        return order;
    }

    StatementEvents events() {
        return events;
    }

    Query query(String cypher, Map<String, ?> parameters) {
        return new Query(language.before(cypher), Map.copyOf(parameters));
    }

    <T> T failingAs(String cypher, Work<T> work) {
        try {
            return work.run();
        } catch (Neo4jException e) {
            throw Neo4jErrors.ofStatement(place.description(), cypher, e);
        }
    }

    boolean isUp() {
        return order.step().direction() == Direction.UP;
    }

    String stepName() {
        return order.step().direction() + " " + order.step().id();
    }

    private boolean isBegun() {
        return place.begun().contains(order.step().id());
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        endData();
    }

    /** What asks the server. */
    @FunctionalInterface
    interface Work<T> {

        T run();
    }
}
