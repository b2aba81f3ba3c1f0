package dev.waymark.neo4j;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import java.util.function.Consumer;

/**
 * The only revision of a test.
 *
 * @param forth what it does going up
 * @param back what it does going down
 */
@Revision(id = "001", message = "One revision")
record OneRevision(Consumer<CypherContext> forth, Consumer<CypherContext> back) implements CypherMigration {

    static OneRevision up(Consumer<CypherContext> forth) {
        return new OneRevision(forth, cypher -> {});
    }

    Migrator on(GraphServer server) {
        return Migrator.on(Neo4jDatabase.of(server.driver())).revisions(this).build();
    }

    @Override
    public void up(CypherContext cypher) {
        forth.accept(cypher);
    }

    @Override
    public void down(CypherContext cypher) {
        back.accept(cypher);
    }
}
