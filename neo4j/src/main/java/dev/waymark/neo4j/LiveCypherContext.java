package dev.waymark.neo4j;

import dev.waymark.session.Script;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Record;

/** The context of a step that runs. */
final class LiveCypherContext implements CypherContext {

    private final StepAttempt attempt;
    private final Class<?> migration;

    LiveCypherContext(StepAttempt attempt, Class<?> migration) {
        this.attempt = attempt;
        this.migration = migration;
    }

    @Override
    public Changes run(String cypher, Map<String, ?> parameters) {
        CypherText.requireData(cypher);
        return attempt.failures().lasting(() -> attempt.change(cypher, parameters));
    }

    @Override
    public <T> List<T> query(String cypher, Map<String, ?> parameters, Function<Record, T> mapper) {
        CypherText.requireData(cypher);
        return attempt.failures().lasting(() -> attempt.rows(cypher, parameters)).stream()
                .map(mapper)
                .toList();
    }

    @Override
    public void script(String resource) {
        CypherScript.of(Script.read(migration, resource)).runOn(this);
    }

    @Override
    public SchemaContext schema() {
        return new LiveSchemaContext(attempt);
    }

    @Override
    public Changes inTransactions(String cypher, Map<String, ?> parameters) {
        return attempt.failures().lasting(() -> new ServerBatches(attempt).run(cypher, parameters));
    }

    @Override
    public Changes batches(Batch batch) {
        return attempt.failures().lasting(() -> new Pages(attempt, batch).run());
    }
}
