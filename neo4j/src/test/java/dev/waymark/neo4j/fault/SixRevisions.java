package dev.waymark.neo4j.fault;

import dev.waymark.Revision;
import dev.waymark.neo4j.Constraint;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;
import dev.waymark.neo4j.Index;
import java.util.List;
import java.util.Map;

/** A history with something of everything: stages of each kind, and much that can't be repeated without harm. */
final class SixRevisions {

    private static final Constraint NAMES =
            GraphSchema.unique("artist_name").node("Artist").on("name");
    private static final Index COUNTRIES =
            GraphSchema.rangeIndex("artist_country").node("Artist").on("country");
    private static final Index TITLES =
            GraphSchema.textIndex("album_title").node("Album").on("title");

    private SixRevisions() {}

    static CypherMigration[] all() {
        return new CypherMigration[] {
            new MakeSchema(),
            new AddArtists(),
            new AddAlbums(),
            new CountAlbums(),
            new ChangeIndexes(),
            new RateAlbums()
        };
    }

    @Revision(id = "f1", message = "Make the schema")
    static final class MakeSchema implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().create(NAMES, COUNTRIES);
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().drop(NAMES, COUNTRIES);
        }
    }

    @Revision(id = "f2", revises = "f1", message = "Add artists")
    static final class AddArtists implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run(
                    "UNWIND $names AS name CREATE (:Artist {name: name, plays: 0, country: 'IS'})",
                    Map.of("names", List.of("Björk", "Múm", "Sigur Rós")));
            cypher.run("UNWIND range(1, 9) AS i CREATE (:Artist {name: 'artist ' + i, plays: 0, country: 'DE'})");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (a:Artist) DELETE a");
        }
    }

    /** A stage of each kind, between data stages that may not run twice. */
    @Revision(id = "f3", revises = "f2", message = "Add albums")
    static final class AddAlbums implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("MATCH (a:Artist {country: 'IS'}) CREATE (a)-[:MADE]->(:Album {title: 'Best of ' + a.name})");
            cypher.run("MATCH (a:Artist) SET a.plays = a.plays + 1");
            cypher.schema().run("CREATE INDEX album_stars FOR (a:Album) ON (a.stars)");
            cypher.run("MATCH (a:Artist) SET a.plays = a.plays * 2 + 1");
            cypher.inTransactions("""
                    MATCH (a:Artist) WHERE a.mood IS NULL
                    CALL (a) { SET a.mood = 'calm', a.plays = a.plays + 10 } IN TRANSACTIONS OF 4 ROWS""", Map.of());
            cypher.run("CREATE (:Tag {name: 'early'})");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Tag) DELETE t");
            cypher.inTransactions("""
                    MATCH (a:Artist) WHERE a.mood IS NOT NULL
                    CALL (a) { SET a.mood = NULL, a.plays = a.plays - 10 } IN TRANSACTIONS OF 5 ROWS""", Map.of());
            cypher.run("MATCH (a:Artist) SET a.plays = (a.plays - 1) / 2");
            cypher.schema().run("DROP INDEX album_stars");
            cypher.run("MATCH (a:Artist) SET a.plays = a.plays - 1");
            cypher.run("MATCH (a:Album) DETACH DELETE a");
        }
    }

    /** What it writes depends on what it reads. */
    @Revision(id = "f4", revises = "f3", message = "Count albums")
    static final class CountAlbums implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            for (String name : cypher.query(
                    "MATCH (a:Artist)-[:MADE]->() RETURN a.name AS name ORDER BY name",
                    row -> row.get("name").asString())) {
                cypher.run(
                        "MATCH (a:Artist {name: $name}) SET a.albums = COUNT { (a)-[:MADE]->() }",
                        Map.of("name", name));
            }
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (a:Artist) REMOVE a.albums");
        }
    }

    @Revision(id = "f5", revises = "f4", message = "Change indexes")
    static final class ChangeIndexes implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().drop(COUNTRIES);
            cypher.schema().create(TITLES);
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().drop(TITLES);
            cypher.schema().create(COUNTRIES);
        }
    }

    @Revision(id = "f6", revises = "f5", message = "Rate albums")
    static final class RateAlbums implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("MATCH (a:Album) SET a.stars = coalesce(a.stars, 0) + 3");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (a:Album) REMOVE a.stars");
        }
    }
}
