package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphSchemaTest {

    @Test
    void isSaidInTheTermsOfNeo4j() {
        GraphSchema schema = GraphSchema.of(
                GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid"),
                GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key"));

        assertThat(schema.toCypher()).isEqualTo("""
                        CREATE CONSTRAINT `recording_uuid_unique` FOR (n:`Recording`) REQUIRE n.`uuid` IS UNIQUE;
                        CREATE RANGE INDEX `metadata_key_index` FOR (n:`Metadata`) ON (n.`key`);
                        """);
    }

    @Test
    void hasEachKindOfConstraint() {
        GraphSchema schema = GraphSchema.of(
                GraphSchema.unique("a").relationship("PLAYS").on("at", "deck"),
                GraphSchema.key("b").node("Track").on("album", "number"),
                GraphSchema.key("c").relationship("PLAYS").on("id"),
                GraphSchema.exists("d").node("Track").on("title"),
                GraphSchema.exists("e").relationship("PLAYS").on("at"),
                GraphSchema.propertyType("f", "STRING", "list<integer  not null>")
                        .node("Track")
                        .on("tag"),
                GraphSchema.propertyType("g", "FLOAT | VECTOR<FLOAT32 NOT NULL>(3)")
                        .relationship("PLAYS")
                        .on("mood"));

        assertThat(schema.toCypher()).isEqualTo("""
                        CREATE CONSTRAINT `a` FOR ()-[r:`PLAYS`]-() REQUIRE (r.`at`, r.`deck`) IS UNIQUE;
                        CREATE CONSTRAINT `b` FOR (n:`Track`) REQUIRE (n.`album`, n.`number`) IS NODE KEY;
                        CREATE CONSTRAINT `c` FOR ()-[r:`PLAYS`]-() REQUIRE r.`id` IS RELATIONSHIP KEY;
                        CREATE CONSTRAINT `d` FOR (n:`Track`) REQUIRE n.`title` IS NOT NULL;
                        CREATE CONSTRAINT `e` FOR ()-[r:`PLAYS`]-() REQUIRE r.`at` IS NOT NULL;
                        CREATE CONSTRAINT `f` FOR (n:`Track`) REQUIRE n.`tag` IS :: LIST<INTEGER NOT NULL> | STRING;
                        CYPHER 25 CREATE CONSTRAINT `g` FOR ()-[r:`PLAYS`]-() REQUIRE r.`mood` IS :: FLOAT | VECTOR<FLOAT32>(3);
                        """);
    }

    @Test
    void hasEachKindOfIndex() {
        assertThat(ofEachIndex().toCypher()).isEqualTo("""
                        CREATE RANGE INDEX `a` FOR (n:`Track`) ON (n.`album`, n.`number`);
                        CREATE TEXT INDEX `b` FOR ()-[r:`PLAYS`]-() ON (r.`note`);
                        CREATE POINT INDEX `c` FOR (n:`Venue`) ON (n.`place`) OPTIONS {indexConfig: {`spatial.cartesian.min`: [-100.0, -1.5]}};
                        CREATE FULLTEXT INDEX `d` FOR (n:`Track`|`Album`) ON EACH [n.`title`, n.`note`] OPTIONS {indexConfig: {`fulltext.analyzer`: 'it\\'s \\\\ odd', `fulltext.eventually_consistent`: true}};
                        CREATE VECTOR INDEX `e` FOR (n:`Track`) ON (n.`mood`) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: 'COSINE'}};
                        CYPHER 25 CREATE VECTOR INDEX `f` FOR (n:`Track`|`Album`) ON (n.`sound`) WITH [n.`year`, n.`bpm`];
                        CREATE LOOKUP INDEX `g` FOR (n) ON EACH labels(n);
                        CREATE LOOKUP INDEX `h` FOR ()-[r]-() ON EACH type(r);
                        """);
    }

    @Test
    void comesBackFromItsJson() {
        GraphSchema schema = ofEachIndex()
                .and(
                        GraphSchema.unique("u").node("Track").on("uuid"),
                        GraphSchema.propertyType("t", "DATE", "STRING")
                                .node("Track")
                                .on("day"));

        assertThat(GraphSchema.fromJson(schema.toJson())).isEqualTo(schema);
    }

    @Test
    void isWrittenAsJsonAnElementALine() {
        GraphSchema schema = GraphSchema.of(
                GraphSchema.unique("u").node("Track").on("uuid"),
                GraphSchema.vectorIndex("v").node("Track").on("mood").with("vector.dimensions", 3));

        assertThat(schema.toJson()).isEqualTo("""
                        {"elements":[
                        {"name":"u","constraint":"uniqueness","entity":"node","labelsOrTypes":["Track"],"properties":["uuid"]},
                        {"name":"v","index":"vector","entity":"node","labelsOrTypes":["Track"],"properties":["mood"],"options":{"vector.dimensions":3}}
                        ]}
                        """);
        assertThat(GraphSchema.of().toJson()).isEqualTo("{\"elements\":[]}\n");
    }

    @Test
    void refusesWhatIsNoJsonOfASchema() {
        for (String json :
                List.of("", "{", "[]", "{\"elements\":[{}]}", "{\"elements\":[{\"name\":\"x\",\"index\":\"tree\"}]}")) {
            assertThatIllegalArgumentException().as(json).isThrownBy(() -> GraphSchema.fromJson(json));
        }
    }

    @Test
    void findsAnElementByItsName() {
        Index index = GraphSchema.textIndex("b").relationship("PLAYS").on("note");

        assertThat(ofEachIndex().find("b")).contains(index);
        assertThat(ofEachIndex().find("z")).isEmpty();
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSchema.of(
                        GraphSchema.unique("same").node("A").on("x"),
                        GraphSchema.rangeIndex("same").node("B").on("x")))
                .withMessage("""
                        Two of one schema have the same name:
                          CREATE CONSTRAINT `same` FOR (n:`A`) REQUIRE n.`x` IS UNIQUE
                          CREATE RANGE INDEX `same` FOR (n:`B`) ON (n.`x`)""");
    }

    @Test
    void refusesARangeIndexWhereAConstraintHasOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSchema.of(
                        GraphSchema.unique("u").node("A").on("x"),
                        GraphSchema.rangeIndex("i").node("A").on("x")))
                .withMessageContaining("can't both be there");
    }

    @Test
    void letsATextIndexStandBesideAConstraint() {
        GraphSchema schema = GraphSchema.of(
                GraphSchema.unique("u").node("A").on("x"),
                GraphSchema.textIndex("t").node("A").on("x"),
                GraphSchema.rangeIndex("i").node("A").on("x", "y"),
                GraphSchema.rangeIndex("j").node("A").on("y", "x"));

        assertThat(schema.elements()).hasSize(4);
    }

    @Test
    void refusesWhatNoServerCouldHave() {
        List<Runnable> impossible = List.of(
                () -> GraphSchema.unique(" ").node("A").on("x"),
                () -> GraphSchema.unique("").node("A").on("x"),
                () -> GraphSchema.rangeIndex("i ").node("A").on("x"),
                () -> GraphSchema.unique("u").node().on("x"),
                () -> GraphSchema.unique("u").node("A", "B").on("x"),
                () -> GraphSchema.unique("u").node("A").on(),
                () -> GraphSchema.unique("u").node("A").on("x", "x"),
                () -> GraphSchema.unique("u").node("").on("x"),
                () -> GraphSchema.exists("u").node("A").on("x", "y"),
                () -> GraphSchema.propertyType("u").node("A").on("x"),
                () -> GraphSchema.propertyType("u", "VARCHAR"),
                () -> GraphSchema.propertyType("u", "LIST<STRING>"),
                () -> GraphSchema.textIndex("i").node("A").on("x", "y"),
                () -> GraphSchema.rangeIndex("i").node("A", "B").on("x"),
                () -> GraphSchema.rangeIndex("i").node("A").on("x").filteredBy("y"),
                () -> GraphSchema.rangeIndex("i").node("A").on("x").with("option", new Object()),
                () -> new Index("i", IndexKind.LOOKUP, EntityType.NODE, List.of("A"), List.of(), new TreeMap<>()));

        assertThat(impossible)
                .allSatisfy(made -> assertThatIllegalArgumentException().isThrownBy(made::run));
    }

    private static GraphSchema ofEachIndex() {
        return GraphSchema.of(
                GraphSchema.rangeIndex("a").node("Track").on("album", "number"),
                GraphSchema.textIndex("b").relationship("PLAYS").on("note"),
                GraphSchema.pointIndex("c")
                        .node("Venue")
                        .on("place")
                        .with("spatial.cartesian.min", List.of(-100, -1.5)),
                GraphSchema.fulltextIndex("d")
                        .node("Track", "Album")
                        .on("title", "note")
                        .with("fulltext.analyzer", "it's \\ odd")
                        .with("fulltext.eventually_consistent", true),
                GraphSchema.vectorIndex("e")
                        .node("Track")
                        .on("mood")
                        .with("vector.dimensions", 3)
                        .with("vector.similarity_function", "cosine"),
                GraphSchema.vectorIndex("f").node("Track", "Album").on("sound").filteredBy("year", "bpm"),
                GraphSchema.lookupIndex("g", EntityType.NODE),
                GraphSchema.lookupIndex("h", EntityType.RELATIONSHIP));
    }
}
