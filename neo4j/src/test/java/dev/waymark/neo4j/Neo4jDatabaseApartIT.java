package dev.waymark.neo4j;

import dev.waymark.run.Database;

/** The same contract with the history apart from the data; of Community Edition one database stands for both. */
class Neo4jDatabaseApartIT extends Neo4jDatabaseIT {

    @Override
    protected Database<CypherContext> database() {
        return Neo4jDatabase.of(SERVER.driver()).withHistoryIn("neo4j");
    }
}
