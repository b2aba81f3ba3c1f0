package dev.waymark.neo4j;

import dev.waymark.error.StatementFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.ResultSummary;
import org.neo4j.driver.types.TypeSystem;

/** A batched stage whose batches the server makes: one statement that commits as it goes. */
final class ServerBatches {

    private static final String ERROR = "errorMessage";

    private final StepAttempt attempt;
    private final Workplace place;

    ServerBatches(StepAttempt attempt) {
        this.attempt = attempt;
        this.place = attempt.place();
    }

    Changes run(String cypher, Map<String, ?> parameters) {
        CypherText.requireBatches(cypher);
        attempt.enter(StageKind.BATCHED, CypherText.rendered(cypher, parameters));
        if (attempt.isDone()) {
            attempt.events().next();
            return attempt.progress().answer(cypher);
        }
        requireFence();
        attempt.events().begins(cypher);
        Changes changes = failing(cypher, attempt.query(cypher, parameters));
        attempt.markDone(StageKind.BATCHED, cypher, changes, List.of());
        attempt.events().ended((int) Math.min(changes.total(), Integer.MAX_VALUE));
        return changes;
    }

    /** Its statement can't pass the fence itself, so this is done just before. */
    private void requireFence() {
        place.lease().requireHeld();
        Query look = place.lease().lookAtFence();
        place.lease().requirePassed(attempt.failures().naming(look.text(), () -> place.access()
                .run(look.text(), look.parameters().asMap())));
    }

    /** No fence stops its batches, so it is interrupted if the lease is lost. */
    private Changes failing(String cypher, Query query) {
        place.lease().renewal().guard();
        try (Session session = place.access().session()) {
            Result result = session.run(query, place.transactions().config(attempt.stepName(), Duration.ZERO));
            List<Record> rows = result.list();
            ResultSummary summary = result.consume();
            rows.stream()
                    .flatMap(row -> row.values().stream())
                    .flatMap(value -> failure(value).stream())
                    .findFirst()
                    .ifPresent(message -> {
                        throw failed(cypher, message);
                    });
            return Changes.of(summary.counters());
        } catch (Neo4jException e) {
            throw told(cypher, e);
        } finally {
            place.lease().renewal().release();
        }
    }

    private RuntimeException told(String cypher, Neo4jException e) {
        if (place.lease().renewal().isLost()) {
            return place.lease().lost();
        }
        return Neo4jErrors.ofStatement(place.description(), cypher, e);
    }

    /** The error of a batch's status. */
    private static Optional<String> failure(Value value) {
        boolean status = value.hasType(TypeSystem.getDefault().MAP()) && value.containsKey(ERROR);
        return status ? Optional.ofNullable(value.get(ERROR).asString(null)) : Optional.empty();
    }

    private static StatementFailedException failed(String cypher, String message) {
        return new StatementFailedException(
                cypher,
                "",
                "mend what the failed batches met; the batches that were committed stay, and are not made again if the"
                        + " statement leaves out what is done.",
                new IllegalStateException("A batch failed: " + message));
    }
}
