package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Properties that become nodes and back, and nodes that become one. */
class NodeRefactoringIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Reshaping RESHAPING = new Reshaping(SERVER);

    private static final Extraction GENRES =
            new Extraction(Property.ofNodes("Track", "genre"), "HAS_GENRE", Property.ofNodes("Genre", "name"));

    @Nested
    class Extractions {

        @Test
        void aPropertyBecomesNodesAndBack() {
            SERVER.run("CREATE CONSTRAINT genre_name FOR (n:Genre) REQUIRE n.name IS UNIQUE");
            RESHAPING.fill();
            RESHAPING.thereAndBack(
                    refactor -> refactor.propertyToNode(GENRES), refactor -> refactor.nodeToProperty(GENRES), () -> {
                        assertThat(RESHAPING.count("MATCH (n:Genre)")).isEqualTo(3);
                        assertThat(RESHAPING.count("MATCH (n:Track)-[:HAS_GENRE]->(g:Genre) WHERE n.genre IS NULL"
                                        + " AND g.name = 'G' + (n.id % 3)"))
                                .isEqualTo(6);
                    });
        }

        @Test
        void aNodeThatHasMoreThanItsValueStays() {
            SERVER.run("CREATE CONSTRAINT genre_name FOR (n:Genre) REQUIRE n.name IS UNIQUE");
            SERVER.run("CREATE (:Track {id: 1})-[:HAS_GENRE]->(:Genre {name: 'a', since: 1980}),"
                    + " (:Track {id: 2})-[:HAS_GENRE]->(:Genre {name: 'b'})");
            OneRevision.up(cypher -> cypher.refactor().nodeToProperty(GENRES))
                    .on(SERVER)
                    .upgrade();

            assertThat(RESHAPING.graph())
                    .containsExactly(
                            "1 [Track] {genre=\"a\", id=1}",
                            "2 [Track] {genre=\"b\", id=2}",
                            "NULL [Genre] {name=\"a\", since=1980}");
        }

        @Test
        void valuesWithoutAConstraintAreRefused() {
            RESHAPING.fill();
            assertThat(RESHAPING.refusal(refactor -> refactor.propertyToNode(GENRES)))
                    .contains("no uniqueness or key constraint stands on name of Genre");
        }

        @Test
        void listsAreRefused() {
            SERVER.run("CREATE CONSTRAINT genre_name FOR (n:Genre) REQUIRE n.name IS UNIQUE");
            SERVER.run("CREATE (:Track {id: 1, genre: ['a', 'b']})");
            assertThat(RESHAPING.refusal(refactor -> refactor.propertyToNode(GENRES)))
                    .contains("has a list");
        }

        @Test
        void whatOnePropertyCantHoldIsRefused() {
            SERVER.run("CREATE (n:Track {id: 1})-[:HAS_GENRE]->(:Genre {name: 'a'}),"
                    + " (n)-[:HAS_GENRE]->(:Genre {name: 'b'})");
            assertThat(RESHAPING.refusal(refactor -> refactor.nodeToProperty(GENRES)))
                    .contains("leads to several values");
            SERVER.run("MATCH (n:Genre {name: 'b'}) DETACH DELETE n");
            SERVER.run("MATCH ()-[r:HAS_GENRE]->() SET r.since = 1");
            assertThat(RESHAPING.refusal(refactor -> refactor.nodeToProperty(GENRES)))
                    .contains("by a relationship with properties");
        }
    }

    @Nested
    class Merging {

        @Test
        void nodesOfOneKeyBecomeOne() {
            SERVER.run("""
                    CREATE (a:Artist {key: 'x', id: 1}), (b:Artist:Live {key: 'x', id: 1, born: 1970}),
                        (c:Artist {key: 'x', city: 'Lyon'}), (d:Artist {key: 'y', id: 2}), (:Artist {id: 3}),
                        (a)-[:KNOWS {n: 1}]->(b), (b)-[:KNOWS {n: 2}]->(a), (c)-[:KNOWS {n: 3}]->(c),
                        (b)-[:KNOWS {n: 4}]->(d), (c)-[:KNOWS {n: 5}]->(d), (d)-[:KNOWS {n: 6}]->(c)""");

            OneRevision.up(cypher -> cypher.refactor().mergeNodes(Property.ofNodes("Artist", "key")))
                    .on(SERVER)
                    .upgrade();

            assertThat(RESHAPING.graph())
                    .containsExactly(
                            "1 KNOWS {n=1} 1",
                            "1 KNOWS {n=2} 1",
                            "1 KNOWS {n=3} 1",
                            "1 KNOWS {n=4} 2",
                            "1 KNOWS {n=5} 2",
                            "1 [Artist, Live] {born=1970, city=\"Lyon\", id=1, key=\"x\"}",
                            "2 KNOWS {n=6} 1",
                            "2 [Artist] {id=2, key=\"y\"}",
                            "3 [Artist] {id=3}");
        }

        @Test
        void relationshipsUnderAUniquenessConstraintAreMoved() {
            SERVER.run("CREATE CONSTRAINT knows_n FOR ()-[r:KNOWS]-() REQUIRE r.n IS UNIQUE");
            SERVER.run("CREATE CONSTRAINT artist_born FOR (n:Artist) REQUIRE n.born IS UNIQUE");
            SERVER.run("CREATE (a:Artist {key: 'x', id: 1}), (b:Artist {key: 'x', born: 3}),"
                    + " (b)-[:KNOWS {n: 1}]->(a), (a)-[:KNOWS {n: 2}]->(b)");

            OneRevision.up(cypher -> cypher.refactor().mergeNodes(Property.ofNodes("Artist", "key")))
                    .on(SERVER)
                    .upgrade();

            assertThat(RESHAPING.graph())
                    .containsExactly("1 KNOWS {n=1} 1", "1 KNOWS {n=2} 1", "1 [Artist] {born=3, id=1, key=\"x\"}");
        }

        @Test
        void nodesThatDifferAreRefused() {
            SERVER.run("CREATE (:Artist {key: 'x', id: 1}), (:Artist {key: 'x', id: 2})");
            assertThat(RESHAPING.refusal(refactor -> refactor.mergeNodes(Property.ofNodes("Artist", "key"))))
                    .contains("differ in a property");
        }
    }
}
