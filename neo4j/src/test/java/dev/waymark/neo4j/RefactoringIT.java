package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each there and back on data with several labels, parallel relationships, loops and missing properties. */
class RefactoringIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Reshaping RESHAPING = new Reshaping(SERVER);

    @Nested
    class Labels {

        @Test
        void aLabelIsRenamedAndBack() {
            RESHAPING.fill();
            RESHAPING.thereAndBack(
                    refactor -> refactor.renameLabel("Live", "On`Stage"),
                    refactor -> refactor.renameLabel("On`Stage", "Live"),
                    () -> assertThat(RESHAPING.count("MATCH (n:Track:`On``Stage`) WHERE NOT n:Live"))
                            .isEqualTo(6));
        }

        @Test
        void aNodeWithBothLabelsIsRefused() {
            RESHAPING.fill();
            assertThat(RESHAPING.refusal(refactor -> refactor.renameLabel("Live", "Track")))
                    .contains("has both labels");
        }

        @Test
        void theSameNameIsRefused() {
            assertThatThrownBy(() -> new BatchedRefactoring(
                                    new RecordingCypherContext(Labels.class, RecordingCypherContext.Answer.NOTHING), 10)
                            .renameLabel("A", "A"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Types {

        @Test
        void aTypeIsRenamedAndBackWithItsParallelsAndLoops() {
            RESHAPING.fill();
            RESHAPING.thereAndBack(
                    refactor -> refactor.renameType("NEXT", "THEN"),
                    refactor -> refactor.renameType("THEN", "NEXT"),
                    () -> assertThat(RESHAPING.count("MATCH ()-[r:THEN]->()")).isEqualTo(28));
        }

        @Test
        void aTypeIsRenamedUnderAUniquenessConstraint() {
            SERVER.run("CREATE CONSTRAINT then_at FOR ()-[r:THEN]-() REQUIRE r.at IS UNIQUE");
            SERVER.run("CREATE CONSTRAINT next_at FOR ()-[r:NEXT]-() REQUIRE r.at IS UNIQUE");
            SERVER.run("UNWIND range(1, 12) AS i CREATE (n:Track {id: i})-[:NEXT {at: i}]->(n)");
            RESHAPING.thereAndBack(
                    refactor -> refactor.renameType("NEXT", "THEN"),
                    refactor -> refactor.renameType("THEN", "NEXT"),
                    () -> assertThat(RESHAPING.count("MATCH (n)-[r:THEN]->(n) WHERE r.at = n.id"))
                            .isEqualTo(12));
        }
    }

    @Nested
    class Properties {

        @Test
        void aPropertyOfNodesIsRenamedAndBack() {
            RESHAPING.fill();
            RESHAPING.thereAndBack(
                    refactor -> refactor.renameProperty(Property.ofNodes("Track", "title"), "the name"),
                    refactor -> refactor.renameProperty(Property.ofNodes("Track", "the name"), "title"),
                    () -> assertThat(RESHAPING.count(
                                    "MATCH (n:Track) WHERE n.`the name` = 'T' + n.id AND n.title IS NULL"))
                            .isEqualTo(10));
        }

        @Test
        void aPropertyOfRelationshipsIsRenamedAndBack() {
            RESHAPING.fill();
            RESHAPING.thereAndBack(
                    refactor -> refactor.renameProperty(Property.ofRelationships("NEXT", "at"), "position"),
                    refactor -> refactor.renameProperty(Property.ofRelationships("NEXT", "position"), "at"),
                    () -> assertThat(RESHAPING.count("MATCH (a)-[r:NEXT]->() WHERE r.position = a.id AND r.at IS NULL"))
                            .isEqualTo(28));
        }

        @Test
        void aNodeWithBothPropertiesIsRefused() {
            RESHAPING.fill();
            SERVER.run("MATCH (n:Track {id: 7}) SET n.name = 'other'");
            assertThat(RESHAPING.refusal(
                            refactor -> refactor.renameProperty(Property.ofNodes("Track", "title"), "name")))
                    .contains("has both properties");
        }

        @Test
        void uuidsAreAddedAndRemoved() {
            RESHAPING.fill();
            Property uuid = Property.ofNodes("Track", "uuid");
            RESHAPING.thereAndBack(
                    refactor -> refactor.addUuids(uuid), refactor -> refactor.removeProperty(uuid), () -> assertThat(
                                    SERVER.run("MATCH (n:Track) RETURN count(DISTINCT n.uuid) AS n")
                                            .get(0)
                                            .get("n")
                                            .asLong())
                            .isEqualTo(12));
        }

        @Test
        void relationshipsGetUuidsToo() {
            RESHAPING.fill();
            Property uuid = Property.ofRelationships("NEXT", "uuid");
            RESHAPING.thereAndBack(
                    refactor -> refactor.addUuids(uuid), refactor -> refactor.removeProperty(uuid), () -> assertThat(
                                    SERVER.run("MATCH ()-[r:NEXT]->() RETURN count(DISTINCT r.uuid) AS n")
                                            .get(0)
                                            .get("n")
                                            .asLong())
                            .isEqualTo(28));
        }
    }

    @Nested
    class TypesOfValues {

        @Test
        void numbersBecomeTextAndBack() {
            RESHAPING.fill();
            Property id = Property.ofRelationships("NEXT", "at");
            RESHAPING.thereAndBack(
                    refactor -> refactor.convertProperty(id, ValueType.STRING),
                    refactor -> refactor.convertProperty(id, ValueType.INTEGER),
                    () -> assertThat(RESHAPING.count("MATCH (a)-[r:NEXT]->() WHERE r.at = toString(a.id)"))
                            .isEqualTo(28));
        }

        @Test
        void eachTypeBecomesTextAndBack() {
            SERVER.run("CREATE (:A {id: 1, i: 12, f: 0.1, b: true, d: date('2026-11-24'),"
                    + " l: localdatetime('2026-11-24T01:02:03'), z: datetime('2026-11-24T01:02:03+02:00')})");
            List<List<Object>> all = List.of(
                    List.of("i", ValueType.INTEGER),
                    List.of("f", ValueType.FLOAT),
                    List.of("b", ValueType.BOOLEAN),
                    List.of("d", ValueType.DATE),
                    List.of("l", ValueType.LOCAL_DATETIME),
                    List.of("z", ValueType.ZONED_DATETIME));
            RESHAPING.thereAndBack(
                    refactor -> all.forEach(each ->
                            refactor.convertProperty(Property.ofNodes("A", (String) each.get(0)), ValueType.STRING)),
                    refactor -> all.forEach(each -> refactor.convertProperty(
                            Property.ofNodes("A", (String) each.get(0)), (ValueType) each.get(1))),
                    () -> assertThat(RESHAPING.count(
                                    "MATCH (n:A) WHERE all(k IN ['i','f','b','d','l','z'] WHERE n[k] IS :: STRING)"))
                            .isEqualTo(1));
        }

        @Test
        void whatCantBeHadBackIsRefusedAndNamed() {
            Property id = Property.ofNodes("A", "v");
            SERVER.run("CREATE (:A {v: '007'})");
            assertThat(RESHAPING.refusal(refactor -> refactor.convertProperty(id, ValueType.INTEGER)))
                    .contains("has 007, which INTEGER does not have");
            SERVER.run("MATCH (n:A) SET n.v = 1.5");
            assertThat(RESHAPING.refusal(refactor -> refactor.convertProperty(id, ValueType.INTEGER)))
                    .contains("has 1.5, which INTEGER does not have");
            SERVER.run("MATCH (n:A) SET n.v = [1, 2]");
            assertThat(RESHAPING.refusal(refactor -> refactor.convertProperty(id, ValueType.STRING)))
                    .contains("has a LIST<INTEGER NOT NULL> NOT NULL, which STRING does not have");
            SERVER.run("MATCH (n:A) SET n.v = 'soon'");
            assertThat(RESHAPING.refusal(refactor -> refactor.convertProperty(id, ValueType.DATE)))
                    .contains("soon");
        }
    }
}
