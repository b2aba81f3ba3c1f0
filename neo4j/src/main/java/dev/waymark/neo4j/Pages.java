package dev.waymark.neo4j;

import dev.waymark.error.ChangedStatementException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.session.Retries;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A batched stage whose pages are made here: each in one transaction behind the fence, together with the record of how
 * far the stage came, so that each page is made exactly once.
 */
final class Pages {

    /** What a page had found was deleted by somebody else before the page could change it. */
    private static final String GONE = "Neo.ClientError.Statement.EntityNotFound";

    private final StepAttempt attempt;
    private final Workplace place;
    private final Batch batch;
    private Tally tally = Tally.NONE;
    private boolean finished;

    Pages(StepAttempt attempt, Batch batch) {
        this.attempt = attempt;
        this.place = attempt.place();
        this.batch = batch;
    }

    Changes run() {
        batch.checks().forEach(CypherText::requireCheck);
        CypherText.requireData(batch.page());
        attempt.enter(StageKind.BATCHED, batch.text());
        attempt.events().next();
        if (attempt.isDone()) {
            return attempt.progress().answer(batch.cypher());
        }
        Optional<StageRecord> earlier = attempt.progress().earlier();
        earlier.ifPresent(this::requireSameKey);
        if (earlier.isEmpty()) {
            batch.checks().forEach(this::check);
        }
        tally = earlier.map(Tally::of).orElse(Tally.NONE);
        PageLog log = new PageLog(attempt.stepName(), place.timeouts().reportAfter(), tally.rows());
        while (!finished) {
            attempt.failures().naming(batch.page(), this::nextPage);
            log.page(tally);
        }
        return tally.changes();
    }

    /** A key that goes on where pages ended must be the one that they had. */
    private void requireSameKey(StageRecord record) {
        String ran = record.statements().get(0);
        Batch then = Batch.recorded(ran);
        boolean same = batch.isKeyed() == then.isKeyed()
                && (!batch.isKeyed() || batch.checks().equals(then.checks()));
        if (!same) {
            throw new ChangedStatementException(
                    attempt.order().step().id().value(), attempt.progress().stage(), ran, batch.cypher());
        }
    }

    private void check(String statement) {
        Query query = attempt.query(statement, batch.parameters());
        List<Record> rows = attempt.failures().naming(statement, () -> place.access()
                .run(query.text(), query.parameters().asMap()));
        refuse(statement, rows);
    }

    private static void refuse(String statement, List<Record> rows) {
        rows.stream()
                .filter(row -> row.containsKey("refused") && !row.get("refused").isNull())
                .findFirst()
                .ifPresent(row -> {
                    throw failed(
                            statement,
                            "It was refused: " + row.get("refused").asString(),
                            "mend what it names, and call again: the pages that are made stay, and are not made again.");
                });
    }

    /** A page that has to give way to others is tried again by itself, however long the stage has been at work. */
    private boolean nextPage() {
        Retries retries = new Retries(
                place.timeouts().retryFor(),
                Pages::reasonToRetry,
                () -> attempt.order().step(),
                attempt.listener());
        try {
            retries.run(this::page);
            return finished;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A page throws nothing that is checked", e);
        }
    }

    private static Optional<String> reasonToRetry(Exception e) {
        return e instanceof Neo4jException neo4j && neo4j.code().equals(GONE)
                ? Optional.of("what it had found was deleted by another transaction")
                : Neo4jErrors.reasonToRetry(e);
    }

    private void page() {
        attempt.events().started(batch.page());
        try (DataStage stage = place.dataStage(attempt.stepName())) {
            DataStage.Answer answer = stage.answer(
                    stage.send(attempt.query(batch.pageAfter(tally.after()), batch.parametersAfter(tally.after()))));
            long rows = rows(answer);
            Tally next = rows == 0 ? tally : tally.plus(rows, answer.changes(), key(answer));
            attempt.mark(stage, next.record(attempt.progress().stage(), rows == 0, batch.cypher()));
            stage.commit();
            tally = next;
            finished = rows == 0;
            attempt.events().ended((int) Math.min(answer.changes().total(), Integer.MAX_VALUE));
        }
    }

    private long rows(DataStage.Answer answer) {
        refuse(batch.page(), answer.rows());
        boolean told = answer.rows().size() == 1 && answer.rows().get(0).containsKey("rows");
        if (!told) {
            throw failed(
                    batch.page(),
                    "It did not return one row with a column rows",
                    "let it end in RETURN count(n) AS rows or the like.");
        }
        long rows = answer.rows().get(0).get("rows").asLong();
        if (rows > 0 && !batch.isKeyed() && answer.changes().total() == 0) {
            throw failed(
                    batch.page(),
                    "It found %d rows and changed nothing, so it would find them for ever".formatted(rows),
                    "let it change what it finds so that it is not found again.");
        }
        return rows;
    }

    private Optional<Object> key(DataStage.Answer answer) {
        return batch.isKeyed()
                ? Optional.ofNullable(answer.rows().get(0).get("after").asObject())
                : Optional.empty();
    }

    private static StatementFailedException failed(String statement, String problem, String remedy) {
        return new StatementFailedException(statement, "", remedy, new IllegalStateException(problem));
    }
}
