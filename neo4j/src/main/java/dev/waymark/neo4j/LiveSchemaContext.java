package dev.waymark.neo4j;

import dev.waymark.neo4j.SchemaWork.OtherName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Makes and drops constraints and indexes in the schema stages of a step that runs. */
final class LiveSchemaContext implements SchemaContext {

    private final StepAttempt attempt;

    LiveSchemaContext(StepAttempt attempt) {
        this.attempt = attempt;
    }

    @Override
    public void create(SchemaElement... elements) {
        create(List.of(elements), OtherName.LEAVE);
    }

    @Override
    public void rename(SchemaElement... elements) {
        create(List.of(elements), OtherName.RENAME);
    }

    private void create(List<SchemaElement> wanted, OtherName otherName) {
        stage(
                wanted.stream().map(SchemaElement::createCypher).toList(),
                stage -> stage.run(wanted, live -> SchemaWork.toCreate(live, wanted, otherName)));
    }

    @Override
    public void drop(SchemaElement... elements) {
        List<SchemaElement> unwanted = List.of(elements);
        stage(
                unwanted.stream().map(SchemaElement::dropCypher).toList(),
                stage -> stage.run(List.of(), live -> SchemaWork.toDrop(live, unwanted)));
    }

    @Override
    public void run(String... commands) {
        List<String> statements = Arrays.stream(commands)
                .flatMap(each -> CypherText.statements(each).stream())
                .toList();
        statements.forEach(CypherText::requireSchema);
        stage(statements, stage -> stage.runAsGiven(statements));
    }

    private void stage(List<String> commands, Consumer<SchemaStage> work) {
        attempt.failures().lasting(() -> {
            SchemaStage stage = new SchemaStage(attempt, text(commands));
            work.accept(stage);
            return stage;
        });
    }

    static String text(List<String> commands) {
        return String.join(";\n", commands);
    }
}
