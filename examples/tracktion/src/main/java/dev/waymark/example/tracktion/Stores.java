package dev.waymark.example.tracktion;

import dev.waymark.Migrator;
import dev.waymark.MigratorBuilder;
import dev.waymark.example.tracktion.graph.Graph002CopyRecordings;
import dev.waymark.example.tracktion.graph.PostgresRows;
import dev.waymark.neo4j.Neo4jDatabase;
import dev.waymark.postgres.PostgresDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;

/**
 * Tracktion's two databases.
 *
 * @param postgres where recordings are kept
 * @param neo4j where they are related to each other
 */
record Stores(DataSource postgres, Driver neo4j) {

    /** One migrator of both: one graph of revisions, and a history in each database. */
    MigratorBuilder migrator() {
        return Migrator.on(PostgresDatabase.of(postgres), Neo4jDatabase.of(neo4j))
                .making(Graph002CopyRecordings.class, () -> new Graph002CopyRecordings(new PostgresRows(postgres)));
    }

    CatalogCounts catalog() throws SQLException {
        return CatalogCounts.of(postgres);
    }

    GraphSize graph() {
        return GraphSize.of(neo4j);
    }
}
