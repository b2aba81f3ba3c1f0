package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.neo4j.SchemaTask.Kind;
import dev.waymark.neo4j.SchemaWork.OtherName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.exceptions.Neo4jException;

/** The cases in which IF NOT EXISTS is silent, and the others; the server's own answer is asked for in each. */
class SchemaWorkIT {

    private static final Constraint UNIQUE =
            GraphSchema.unique("uuid").node("Track").on("uuid");
    private static final Index INDEX =
            GraphSchema.rangeIndex("title").node("Track").on("title");

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @Nested
    class Creating {

        @Test
        void makesWhatIsNotThere() {
            SchemaWork work = toCreate(UNIQUE, INDEX);

            assertThat(work.stages()).containsExactly(List.of(UNIQUE.createCypher(), INDEX.createCypher()));
            assertThat(work.reports()).isEmpty();
            assertThat(work.awaited()).containsExactly("title");

            server.walk(work.stages());
            assertThat(server.live().schema()).isEqualTo(GraphSchema.of(UNIQUE, INDEX));
        }

        @Test
        void doesNothingWhereItIsThereUnderItsName() {
            refusedByTheServer(UNIQUE, UNIQUE, "EquivalentSchemaRuleAlreadyExists");
            SchemaWork work = toCreate(UNIQUE);

            assertThat(work.stages()).isEmpty();
            assertThat(work.reports()).isEmpty();
        }

        @Test
        void leavesAnEqualOneUnderAnotherNameAloneAndSaysSo() {
            refusedByTheServer(UNIQUE.named("other"), UNIQUE, "ConstraintAlreadyExists");
            refusedByTheServer(INDEX.named("index"), INDEX, "IndexAlreadyExists");
            SchemaWork work = toCreate(UNIQUE, INDEX);

            assertThat(work.stages()).isEmpty();
            assertThat(work.reports())
                    .containsExactly(
                            "'uuid' is there under the name 'other' and was left alone",
                            "'title' is there under the name 'index' and was left alone");
            assertThat(work.awaited()).containsExactly("index");
        }

        @Test
        void renamesAnEqualOneOnRequest() {
            server.run(UNIQUE.named("other").createCypher());
            server.run(INDEX.named("index").createCypher());
            SchemaWork work = SchemaWork.toCreate(server.live(), List.of(UNIQUE, INDEX), OtherName.RENAME);

            assertThat(work.reports())
                    .containsExactly(
                            "'other' gets the name 'uuid': it is dropped and made again",
                            "'index' gets the name 'title': it is dropped and made again");
            server.walk(work.stages());
            assertThat(server.live().schema()).isEqualTo(GraphSchema.of(UNIQUE, INDEX));
        }

        @Test
        void refusesANameThatBelongsToAnotherDefinition() {
            Constraint other = GraphSchema.unique("uuid").node("Album").on("uuid");
            refusedByTheServer(other, UNIQUE, "ConstraintWithNameAlreadyExists");

            assertThatExceptionOfType(SchemaConflictException.class)
                    .isThrownBy(() -> toCreate(UNIQUE))
                    .withMessage("""
                            The name 'uuid' belongs to another definition.
                              wanted: CREATE CONSTRAINT `uuid` FOR (n:`Track`) REQUIRE n.`uuid` IS UNIQUE
                              there:  CREATE CONSTRAINT `uuid` FOR (n:`Album`) REQUIRE n.`uuid` IS UNIQUE
                            The stage that was to make it has changed nothing.
                            To fix this: drop the one that is there in a stage of its own, or give the wanted one another name or definition.""");
        }

        @Test
        void refusesAnIndexsNameThatBelongsToAnotherIndex() {
            Index other = GraphSchema.textIndex("title").node("Album").on("title");
            refusedByTheServer(other, INDEX, "IndexWithNameAlreadyExists");

            assertConflict(INDEX, other, "The name 'title' belongs to another definition");
        }

        @Test
        void refusesAnIndexWhereAConstraintHasOne() {
            Index index = GraphSchema.rangeIndex("i").node("Track").on("uuid");
            refusedByTheServer(UNIQUE, index, "ConstraintAlreadyExists");

            assertConflict(index, UNIQUE, "A constraint has an index where the index 'i' would be");
        }

        @Test
        void refusesAnIndexWhoseNameAConstraintHas() {
            Index index = GraphSchema.rangeIndex("uuid").node("Album").on("title");
            refusedByTheServer(UNIQUE, index, "ConstraintWithNameAlreadyExists");

            assertConflict(index, UNIQUE, "The name 'uuid' belongs to another definition");
        }

        @Test
        void refusesAConstraintWhereAnIndexStands() {
            Constraint constraint = GraphSchema.unique("c").node("Track").on("title");
            refusedByTheServer(INDEX, constraint, "IndexAlreadyExists");

            assertConflict(constraint, INDEX, "An index stands where the constraint 'c' would have its own");
        }

        @Test
        void refusesAConstraintWhoseNameAnIndexHas() {
            Constraint constraint = GraphSchema.unique("title").node("Album").on("uuid");
            refusedByTheServer(INDEX, constraint, "IndexWithNameAlreadyExists");

            assertConflict(constraint, INDEX, "The name 'title' belongs to another definition");
        }

        @Test
        void refusesAnIndexWhereOneOfOtherOptionsStands() {
            Index there = GraphSchema.fulltextIndex("f").node("A", "B").on("x");
            Index wanted = there.named("g").with("fulltext.analyzer", "english");
            refusedByTheServer(there, wanted, "IndexAlreadyExists");

            assertThatExceptionOfType(SchemaConflictException.class)
                    .isThrownBy(() -> toCreate(wanted))
                    .withMessageStartingWith("Another definition stands where 'g' would.");
        }

        @Test
        void takesTheServersLookupIndexForTheWantedOne() {
            SchemaWork work = SchemaWork.toCreate(
                    server.live(), List.of(GraphSchema.lookupIndex("mine", EntityType.NODE)), OtherName.RENAME);

            assertThat(work.tasks()).extracting(SchemaTask::kind).containsExactly(Kind.OTHER_NAME);
        }

        @Test
        void makesAnIndexThatFailedAgain() {
            makeFailed();
            assertThat(server.run(INDEX.createCypher().replace(" FOR", " IF NOT EXISTS FOR")))
                    .isEmpty();
            assertThat(server.live().named("title").orElseThrow().isFailed()).isTrue();
            assertThat(server.live().schema()).isEqualTo(GraphSchema.of());
            assertThat(server.live().failed()).extracting(LiveElement::name).containsExactly("title");

            server.run("MATCH (n:Track) DELETE n");
            SchemaWork work = toCreate(INDEX);
            assertThat(work.stages()).containsExactly(List.of(INDEX.dropCypher()), List.of(INDEX.createCypher()));
            assertThat(work.reports())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "the index 'title' had failed (java.lang.IllegalArgumentException: Property value is too large")
                    .endsWith("it is dropped, and made again as 'title'");

            server.walk(work.stages());
            server.run("CALL db.awaitIndex('title')");
            assertThat(server.live().schema()).isEqualTo(GraphSchema.of(INDEX));
        }

        @Test
        void refusesAnIndexWhereOneOfAnotherNameFailed() {
            makeFailed();
            Index wanted = INDEX.named("other");

            assertThatExceptionOfType(SchemaConflictException.class)
                    .isThrownBy(() -> toCreate(wanted))
                    .satisfies(e -> assertThat(e.present()).endsWith("(in state FAILED)"))
                    .withMessageStartingWith("An index that failed stands where 'other' would.");
            assertThat(SchemaWork.toCreate(server.live(), List.of(wanted), OtherName.RENAME)
                            .tasks())
                    .extracting(SchemaTask::kind)
                    .containsExactly(Kind.REMAKE);
        }
    }

    @Nested
    class Dropping {

        @Test
        void dropsWhatIsThere() {
            server.run(UNIQUE.createCypher());
            server.run(INDEX.createCypher());
            SchemaWork work = SchemaWork.toDrop(server.live(), List.of(INDEX, UNIQUE));

            assertThat(work.stages()).containsExactly(List.of(INDEX.dropCypher(), UNIQUE.dropCypher()));
            assertThat(work.awaited()).isEmpty();
            server.walk(work.stages());
            assertThat(server.live().schema()).isEqualTo(GraphSchema.of());
        }

        @Test
        void dropsAnIndexThatFailed() {
            makeFailed();
            server.walk(SchemaWork.toDrop(server.live(), List.of(INDEX)).stages());

            assertThat(server.live().named("title")).isEmpty();
        }

        @Test
        void saysThatItIsNotThereAndLeavesAnEqualOneAlone() {
            server.run(INDEX.named("other").createCypher());
            SchemaWork work = SchemaWork.toDrop(server.live(), List.of(INDEX));

            assertThat(work.stages()).isEmpty();
            assertThat(work.reports()).containsExactly("'title' was to be dropped and is not there");
        }

        @Test
        void refusesToDropAnotherOneOfThatName() {
            server.run(GraphSchema.textIndex("title").node("Track").on("title").createCypher());

            assertThatExceptionOfType(SchemaConflictException.class)
                    .isThrownBy(() -> SchemaWork.toDrop(server.live(), List.of(INDEX)))
                    .withMessageStartingWith("What is called 'title' is not what is to be dropped.");
        }

        @Test
        void dropsByNameWhateverItIs() {
            server.run(UNIQUE.createCypher());
            SchemaWork work = SchemaWork.toDropNamed(server.live(), List.of("uuid", "title"));

            assertThat(work.stages()).containsExactly(List.of(UNIQUE.dropCypher()));
            assertThat(work.reports()).containsExactly("'title' was to be dropped and is not there");
        }

        @Test
        void refusesToDropTheServersLookupIndex() {
            String name = server.live().elements().get(0).name();

            assertThatExceptionOfType(SchemaConflictException.class)
                    .isThrownBy(() -> SchemaWork.toDropNamed(server.live(), List.of(name)))
                    .withMessageStartingWith("'" + name + "' can't be dropped by its name.");
        }
    }

    private SchemaWork toCreate(SchemaElement... wanted) {
        return SchemaWork.toCreate(server.live(), List.of(wanted), OtherName.LEAVE);
    }

    private void refusedByTheServer(SchemaElement there, SchemaElement wanted, String code) {
        server.run(there.createCypher());
        server.run("CALL db.awaitIndexes()");
        assertThatThrownBy(() -> server.run(wanted.createCypher()))
                .isInstanceOfSatisfying(
                        Neo4jException.class, e -> assertThat(e.code()).isEqualTo("Neo.ClientError.Schema." + code));
    }

    private void assertConflict(SchemaElement wanted, SchemaElement there, String reason) {
        assertThatExceptionOfType(SchemaConflictException.class)
                .isThrownBy(() -> toCreate(wanted))
                .withMessageStartingWith(reason + ".")
                .satisfies(e -> assertThat(List.of(e.wanted(), e.present()))
                        .containsExactly(wanted.createCypher(), there.createCypher()));
    }

    /** A value above the limit of a range index's key. */
    private void makeFailed() {
        server.run("CREATE (:Track {title: reduce(s = '', i IN range(1, 12000) | s + toString(i % 10))})");
        server.run(INDEX.createCypher());
        assertThatThrownBy(() -> server.run("CALL db.awaitIndex('title')")).isInstanceOf(Neo4jException.class);
    }
}
