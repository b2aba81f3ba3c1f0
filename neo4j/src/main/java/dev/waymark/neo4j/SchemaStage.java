package dev.waymark.neo4j;

import dev.waymark.error.StatementFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A schema stage. Its transaction can't write the history, so it makes an index without use beside its work, the
 * marker: if the step is interrupted before the stage is recorded, the marker tells that it is done.
 */
final class SchemaStage {

    private final StepAttempt attempt;
    private final Workplace place;
    private final String text;
    private final Markers markers;

    SchemaStage(StepAttempt attempt, String text) {
        this.attempt = attempt;
        this.place = attempt.place();
        this.text = text;
        this.markers = new Markers(attempt);
    }

    /**
     * Does what is to be done on the schema as it is, and waits for the indexes.
     *
     * @param wanted what it makes sure of
     * @param decide what is to be done
     */
    void run(List<SchemaElement> wanted, Function<LiveSchema, SchemaWork> decide) {
        attempt.enter(StageKind.SCHEMA, text);
        if (isDone(wanted)) {
            finish(wanted, decide);
            return;
        }
        LiveSchema before = live();
        SchemaWork work = decided(before, decide);
        List<List<String>> stages = work.stages();
        stages.stream()
                .limit(Math.max(stages.size() - 1, 0))
                .forEach(commands -> transaction(commands, Optional.empty()));
        transaction(stages.isEmpty() ? List.of() : stages.get(stages.size() - 1), Optional.of(markers.makeCurrent()));
        record(Optional.of(before), wanted);
        await(work.awaited());
    }

    /**
     * Waits for indexes that an earlier run has made. One that failed then, or was dropped because it had, is made
     * again. Once a later stage is finished there is nothing to wait for, and it may have dropped one.
     */
    private void finish(List<SchemaElement> wanted, Function<LiveSchema, SchemaWork> decide) {
        if (wanted.isEmpty() || !attempt.progress().isLast()) {
            return;
        }
        SchemaWork work = decided(live(), decide);
        work.stages().forEach(commands -> transaction(commands, Optional.empty()));
        await(work.awaited());
    }

    private SchemaWork decided(LiveSchema live, Function<LiveSchema, SchemaWork> decide) {
        SchemaWork work = decide.apply(live);
        work.reports().forEach(report -> Transactions.LOG.warn("{}: {}", attempt.stepName(), report));
        return work;
    }

    /** Runs commands as they are. */
    void runAsGiven(List<String> commands) {
        attempt.enter(StageKind.SCHEMA, text);
        if (!isDone(List.of())) {
            LiveSchema before = live();
            transaction(commands, Optional.of(markers.makeCurrent()));
            record(Optional.of(before), List.of());
        }
    }

    /** Whether it is recorded, or was committed without having been recorded; then it is recorded now. */
    private boolean isDone(List<SchemaElement> wanted) {
        if (attempt.isDone()) {
            attempt.events().next();
            return true;
        }
        if (attempt.isResumed() && markers.there().contains(markers.current())) {
            attempt.events().next();
            record(Optional.empty(), wanted);
            return true;
        }
        markers.dropAll();
        return false;
    }

    private LiveSchema live() {
        return attempt.failures()
                .naming(
                        "SHOW INDEXES",
                        () -> SchemaReader.read(
                                place.access()::run,
                                place.server(),
                                place.writer().names().prefix()));
    }

    private void transaction(List<String> commands, Optional<String> marker) {
        place.lease().renewal().guard();
        place.transactions().endWaiting(true);
        try (Session session = place.access().session();
                Transaction transaction =
                        session.beginTransaction(place.transactions().config(attempt.stepName(), Duration.ZERO))) {
            requireFence(transaction);
            commands.forEach(command -> run(transaction, command));
            marker.ifPresent(command -> transaction.run(command).consume());
            requireFence(transaction);
            transaction.commit();
        } catch (Neo4jException e) {
            throw told(e);
        } finally {
            place.lease().renewal().release();
            place.transactions().endWaiting(false);
        }
    }

    /** Before the commit too: a command may have waited for its locks until somebody else had taken over. */
    private void requireFence(Transaction transaction) {
        place.lease().requirePassed(transaction.run(place.lease().lookAtFence()).list());
    }

    private void run(Transaction transaction, String command) {
        attempt.events().begins(command);
        transaction.run(attempt.query(command, Map.of())).consume();
        attempt.events().ended(1);
    }

    private RuntimeException told(Neo4jException e) {
        if (place.lease().renewal().isLost()) {
            return place.lease().lost();
        }
        return place.transactions()
                .endedWaitingFor()
                .<RuntimeException>map(blockers -> new StatementFailedException(
                        text,
                        e.gqlStatus(),
                        "let those transactions end, or end them (TERMINATE TRANSACTIONS).",
                        new BlockedException(blockers, e)))
                .orElseGet(() -> Neo4jErrors.ofStatement(place.description(), text, e));
    }

    private void record(Optional<LiveSchema> before, List<SchemaElement> wanted) {
        LiveSchema after = live();
        GraphSchema expected = attempt.failures().naming("read the history", place.expectation()::read);
        GraphSchema now = ExpectedSchema.after(expected, before, after, new ExpectedSchema.Work(text, wanted));
        attempt.markDone(
                StageKind.SCHEMA,
                text,
                Changes.NONE,
                List.of(place.expectation().write(now)));
        markers.drop(markers.current());
    }

    private void await(List<String> indexes) {
        new IndexAwait(place.access()::run, place.server(), place.indexWait(), this::tell).await(indexes);
    }

    private void tell(IndexState state) {
        if (!state.isOnline()) {
            Transactions.LOG.info(
                    "{}: index '{}' is populated to {} %", attempt.stepName(), state.name(), (int) state.percent());
        }
    }
}
