package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.neo4j.LiveElement.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/**
 * What Enterprise Edition says, which can't be had in tests: the rows are those of the manual, and the server returns
 * them as rows. What Community Edition says is read in {@link GraphSchemaIT}.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/schema/constraints/list-constraints/">Show constraints</a>
 */
class SchemaReaderIT {

    private static final ServerInfo OLDER = new ServerInfo("5.26.30", "enterprise");
    private static final ServerInfo NEWER = new ServerInfo("2026.08.1", "enterprise");

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @Test
    void constraintsOfEnterpriseEditionAreReadInBothDialects() {
        List<Map<String, Object>> rows = List.of(
                row("k", "NODE_KEY", "NODE", "undesignated", ""),
                row("l", "RELATIONSHIP_KEY", "RELATIONSHIP", "undesignated", ""),
                row("m", "NODE_PROPERTY_EXISTENCE", "NODE", "undesignated", ""),
                row("n", "RELATIONSHIP_PROPERTY_EXISTENCE", "RELATIONSHIP", "independent", ""),
                row("o", "NODE_PROPERTY_TYPE", "NODE", "undesignated", "STRING | INTEGER | LIST<DATE NOT NULL>"),
                row("p", "RELATIONSHIP_PROPERTY_TYPE", "RELATIONSHIP", "undesignated", "VECTOR<FLOAT32 NOT NULL>(3)"));
        GraphSchema expected = GraphSchema.of(
                GraphSchema.key("k").node("A").on("x"),
                GraphSchema.key("l").relationship("A").on("x"),
                GraphSchema.exists("m").node("A").on("x"),
                GraphSchema.exists("n").relationship("A").on("x"),
                GraphSchema.propertyType("o", "INTEGER", "STRING", "LIST<DATE NOT NULL>")
                        .node("A")
                        .on("x"),
                GraphSchema.propertyType("p", "VECTOR<FLOAT32>(3)")
                        .relationship("A")
                        .on("x"));

        assertThat(read(OLDER, rows).schema()).isEqualTo(expected);
        assertThat(read(NEWER, rows).schema()).isEqualTo(expected);
    }

    @Test
    void bothNamesOfAUniquenessConstraintAreKnown() {
        GraphSchema expected = GraphSchema.of(
                GraphSchema.unique("u").node("A").on("x"),
                GraphSchema.unique("v").relationship("A").on("x"));

        assertThat(read(
                                OLDER,
                                List.of(
                                        row("u", "UNIQUENESS", "NODE", "", ""),
                                        row("v", "RELATIONSHIP_UNIQUENESS", "RELATIONSHIP", "", "")))
                        .schema())
                .isEqualTo(expected);
        assertThat(read(
                                NEWER,
                                List.of(
                                        row("u", "NODE_PROPERTY_UNIQUENESS", "NODE", "", ""),
                                        row("v", "RELATIONSHIP_PROPERTY_UNIQUENESS", "RELATIONSHIP", "", "")))
                        .schema())
                .isEqualTo(expected);
    }

    @Test
    void aConstraintThatDependsOnAGraphTypeIsLeftAlone() {
        LiveSchema live = read(NEWER, List.of(row("e", "NODE_PROPERTY_EXISTENCE", "NODE", "dependent", "")));
        Constraint constraint = GraphSchema.exists("e").node("A").on("x");

        assertThat(live.schema()).isEqualTo(GraphSchema.of());
        assertThat(live.named("e")).map(LiveElement::origin).contains(Origin.GRAPH_TYPE);
        assertThat(SchemaWork.toCreate(live, List.of(constraint), SchemaWork.OtherName.RENAME)
                        .stages())
                .isEmpty();
        assertThatExceptionOfType(SchemaConflictException.class)
                .isThrownBy(() -> SchemaWork.toDrop(live, List.of(constraint)))
                .satisfies(e -> assertThat(e.present()).endsWith("(part of the graph type)"));
    }

    @Test
    void aConstraintThatOnlyAGraphTypeCanHaveKeepsItsName() {
        LiveSchema live = read(NEWER, List.of(row("e", "NODE_LABEL_EXISTENCE", "NODE", "dependent", "")));

        assertThat(live.unknown()).containsExactly("e");
        assertThatExceptionOfType(SchemaConflictException.class)
                .isThrownBy(() -> SchemaWork.toCreate(
                        live, List.of(GraphSchema.unique("e").node("B").on("x")), SchemaWork.OtherName.LEAVE))
                .withMessageStartingWith("The name 'e' is taken.");
    }

    private LiveSchema read(ServerInfo info, List<Map<String, Object>> constraints) {
        return SchemaReader.read((cypher, parameters) -> rows(cypher, constraints), info, "waymark");
    }

    private List<Record> rows(String cypher, List<Map<String, Object>> constraints) {
        if (cypher.contains("SHOW INDEXES")) {
            return List.of();
        }
        String classification = cypher.contains("classification") ? ", row.classification AS classification" : "";
        return server.read(
                "UNWIND $rows AS row RETURN row.name AS name, row.type AS type, row.entityType AS entityType,"
                        + " ['A'] AS labelsOrTypes, ['x'] AS properties,"
                        + " nullIf(row.propertyType, '') AS propertyType" + classification,
                Map.of("rows", constraints));
    }

    private static Map<String, Object> row(
            String name, String type, String entityType, String classification, String propertyType) {
        return Map.of(
                "name", name,
                "type", type,
                "entityType", entityType,
                "classification", classification,
                "propertyType", propertyType);
    }
}
