package dev.waymark.neo4j;

import dev.waymark.migration.Migration;

/** A migration of a Neo4j database. */
public interface CypherMigration extends Migration<CypherContext> {

    /**
     * {@return the Cypher that its statements are written in} It is put before each of them, and recorded. By default
     * that of the database, which may change under a revision when the database does.
     */
    default CypherLanguage language() {
        return CypherLanguage.OF_THE_DATABASE;
    }
}
