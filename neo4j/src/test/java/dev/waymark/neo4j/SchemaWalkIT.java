package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.neo4j.SchemaWork.OtherName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.exceptions.Neo4jException;

/** Many schemas after each other, on a server that holds all rules of its own. */
class SchemaWalkIT {

    private static final int SCHEMAS = 24;

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @Test
    void eachDifferenceLeadsToTheNextSchemaAndBack() {
        RandomSchemas schemas = new RandomSchemas(7);
        GraphSchema there = GraphSchema.of();
        for (int at = 0; at < SCHEMAS; at++) {
            GraphSchema next = schemas.next();
            GraphSchemaDiff diff = GraphSchemaDiff.between(there, next);
            server.walk(diff.up());
            assertThat(elements()).isEqualTo(new HashSet<>(next.elements()));
            if (at % 4 == 0) {
                server.walk(diff.down());
                assertThat(elements()).isEqualTo(new HashSet<>(there.elements()));
                server.walk(diff.up());
            }
            there = next;
        }
    }

    /** What is refused here is refused by the server too, and what is not, is not. */
    @Test
    void eachAnswerIsTheServers() {
        RandomSchemas schemas = new RandomSchemas(11);
        int refused = 0;
        for (int at = 0; at < SCHEMAS; at++) {
            for (SchemaElement wanted : schemas.next().elements()) {
                refused += isRefused(wanted) ? 1 : 0;
            }
            if (at % 3 == 2) {
                server.walk(
                        SchemaWork.toDrop(server.live(), server.live().schema().elements())
                                .stages());
            }
        }
        assertThat(refused).isGreaterThan(SCHEMAS);
    }

    private boolean isRefused(SchemaElement wanted) {
        LiveSchema live = server.live();
        String expected = expected(live, wanted);
        String answer = "CREATE";
        try {
            server.run(wanted.createCypher());
            server.run("CALL db.awaitIndexes()");
        } catch (Neo4jException e) {
            answer = e.code().endsWith("EquivalentSchemaRuleAlreadyExists") ? "PRESENT" : "REFUSED";
        }
        assertThat(answer)
                .as(wanted.createCypher() + " on " + live.schema().toCypher())
                .isEqualTo(expected);
        return answer.equals("REFUSED");
    }

    private static String expected(LiveSchema live, SchemaElement wanted) {
        try {
            SchemaTask.Kind kind = SchemaWork.toCreate(live, List.of(wanted), OtherName.LEAVE)
                    .tasks()
                    .get(0)
                    .kind();
            return kind == SchemaTask.Kind.OTHER_NAME ? "REFUSED" : kind.name();
        } catch (SchemaConflictException e) {
            return "REFUSED";
        }
    }

    private Set<SchemaElement> elements() {
        return new HashSet<>(server.live().schema().elements().stream()
                .map(SchemaWalkIT::withoutDefaults)
                .toList());
    }

    /** The server says a similarity function where none is declared. */
    private static SchemaElement withoutDefaults(SchemaElement element) {
        if (element instanceof Index index && index.kind() == IndexKind.VECTOR) {
            return GraphSchema.fromJson(
                            GraphSchema.of(index).toJson().replace(",\"vector.similarity_function\":\"COSINE\"", ""))
                    .elements()
                    .get(0);
        }
        return element;
    }
}
