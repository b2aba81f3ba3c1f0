package dev.waymark.neo4j;

import dev.waymark.session.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.neo4j.driver.Record;

/**
 * The context of a migration that is only asked what it would run. Statements answer that they changed nothing, or that
 * they changed one thing of each kind the first time: a migration that runs something else then depends on data.
 */
final class RecordingCypherContext implements CypherContext {

    private static final Changes ONE = new Changes(1, 1, 1, 1, 1, 1, 1);

    private final Class<?> migration;
    private final Answer answer;
    private final Recording recording = new Recording();
    private final List<SchemaElement> created = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();

    RecordingCypherContext(Class<?> migration, Answer answer) {
        this.migration = migration;
        this.answer = answer;
    }

    @Override
    public Changes run(String cypher, Map<String, ?> parameters) {
        CypherText.requireData(cypher);
        return recorded(StageKind.DATA, CypherText.rendered(cypher, parameters));
    }

    @Override
    public <T> List<T> query(String cypher, Map<String, ?> parameters, Function<Record, T> mapper) {
        throw new NotRecordableException("it depends on data");
    }

    @Override
    public void script(String resource) {
        CypherScript.of(Script.read(migration, resource)).runOn(this);
    }

    @Override
    public SchemaContext schema() {
        return new RecordingSchemaContext();
    }

    @Override
    public Changes inTransactions(String cypher, Map<String, ?> parameters) {
        CypherText.requireBatches(cypher);
        return recorded(StageKind.BATCHED, CypherText.rendered(cypher, parameters));
    }

    @Override
    public Changes batches(Batch batch) {
        batch.checks().forEach(CypherText::requireCheck);
        CypherText.requireData(batch.page());
        return recorded(StageKind.BATCHED, batch.text());
    }

    private Changes recorded(StageKind kind, String cypher) {
        recording.add(kind, cypher);
        return answer == Answer.ONE_ONCE && answered.add(cypher) ? ONE : Changes.NONE;
    }

    Recording recording() {
        return recording;
    }

    /** The constraints and indexes that it would make. */
    List<SchemaElement> created() {
        return created;
    }

    /** What a statement says that it changed. */
    enum Answer {
        NOTHING,
        ONE_ONCE
    }

    private final class RecordingSchemaContext implements SchemaContext {

        @Override
        public void create(SchemaElement... elements) {
            created.addAll(List.of(elements));
            recording.add(
                    StageKind.SCHEMA,
                    LiveSchemaContext.text(Arrays.stream(elements)
                            .map(SchemaElement::createCypher)
                            .toList()));
        }

        @Override
        public void rename(SchemaElement... elements) {
            create(elements);
        }

        @Override
        public void drop(SchemaElement... elements) {
            recording.add(
                    StageKind.SCHEMA,
                    LiveSchemaContext.text(Arrays.stream(elements)
                            .map(SchemaElement::dropCypher)
                            .toList()));
        }

        @Override
        public void run(String... commands) {
            List<String> statements = Arrays.stream(commands)
                    .flatMap(each -> CypherText.statements(each).stream())
                    .toList();
            statements.forEach(CypherText::requireSchema);
            recording.add(StageKind.SCHEMA, LiveSchemaContext.text(statements));
        }
    }
}
