package dev.waymark.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Deletes what a database has, page by page and behind the fence, as long as the lock is held.
 *
 * @param place what holds the lock
 * @param names the labels of the history
 */
record Clearing(Workplace place, HistoryNames names) {

    private static final String NAME = "clear";
    private static final int PAGE = 10_000;

    /** First the relationships: a node may have more of them than one transaction should hold. */
    private static final String RELATIONSHIPS = """
            MATCH ()-[r]->() WITH r LIMIT $size
            DELETE r
            RETURN count(r) AS rows""";

    private static final String NODES = """
            MATCH (n) WHERE NOT any(label IN labels(n) WHERE label STARTS WITH $own)
            WITH n LIMIT $size
            DETACH DELETE n
            RETURN count(n) AS rows""";

    /** Of the history of this database all but what the lock is made of. */
    private static final String HISTORY = """
            MATCH (n) WHERE n.target = $target
                AND any(label IN labels(n) WHERE label STARTS WITH $own AND NOT label IN $kept)
            WITH n LIMIT $size
            DELETE n
            RETURN count(n) AS rows""";

    /** What was deleted. */
    Changes clear(ClearScope scope) {
        try {
            Changes changes = drained(RELATIONSHIPS, place::dataStage).plus(drained(NODES, place::dataStage));
            if (scope == ClearScope.DATA_AND_SCHEMA) {
                dropSchema();
                forgetHistory();
            }
            return changes;
        } catch (Neo4jException e) {
            throw Neo4jErrors.whileKeepingHistory(place.description(), "clear the database", e);
        }
    }

    /** It may be in another database, with something of it beside the data. */
    private void forgetHistory() {
        List.<Function<String, DataStage>>of(place::dataStage, place::historyStage)
                .forEach(stages -> drained(HISTORY, stages));
    }

    private Changes drained(String cypher, Function<String, DataStage> stages) {
        Query query = new Query(
                cypher,
                Map.of(
                        "size", PAGE,
                        "own", names.label(""),
                        "target", place.writer().target(),
                        "kept", List.of(names.label("lock"), names.label("fence"))));
        Changes all = Changes.NONE;
        DataStage.Answer answer;
        do {
            answer = page(query, stages);
            all = all.plus(answer.changes());
        } while (answer.rows().get(0).get("rows").asLong() > 0);
        return all;
    }

    private static DataStage.Answer page(Query query, Function<String, DataStage> stages) {
        try (DataStage stage = stages.apply(NAME)) {
            DataStage.Answer answer = stage.answer(stage.send(query));
            stage.commit();
            return answer;
        }
    }

    /** What the server makes by itself, and what graph types have made, stays. */
    private void dropSchema() {
        LiveSchema live = SchemaReader.read(place.access()::run, place.server(), names.prefix());
        live.elements().stream()
                .filter(element -> element.origin() == LiveElement.Origin.COMMAND)
                .map(element -> element.element().dropCypher())
                .forEach(this::drop);
    }

    private void drop(String command) {
        place.lease().requireHeld();
        try (Session session = place.access().session();
                Transaction transaction =
                        session.beginTransaction(place.transactions().config(NAME, Duration.ZERO))) {
            place.lease()
                    .requirePassed(transaction.run(place.lease().lookAtFence()).list());
            transaction.run(command).consume();
            transaction.commit();
        }
    }
}
