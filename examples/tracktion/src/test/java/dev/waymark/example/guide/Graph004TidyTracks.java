package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.migration.Irreversible;
import dev.waymark.neo4j.Batch;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.Property;
import dev.waymark.neo4j.Refactoring;
import dev.waymark.neo4j.ValueType;
import java.util.Map;

/** Batches and refactorings of a graph. */
@Revision(id = "graph_004", revises = "graph_003", message = "Tidy tracks")
public final class Graph004TidyTracks implements CypherMigration {

    @Override
    public void up(CypherContext cypher) {
        Refactoring refactor = cypher.refactor();
        refactor.renameLabel("Song", "Track");
        refactor.renameProperty(Property.ofNodes("Track", "name"), "title");
        refactor.convertProperty(Property.ofNodes("Track", "bpm"), ValueType.INTEGER);

        cypher.batches(Batch.untilNothingIsLeft("""
                MATCH (n:Track) WHERE n.title <> trim(n.title)
                WITH n LIMIT $size
                SET n.title = trim(n.title)
                RETURN count(n) AS rows"""));

        cypher.batches(Batch.overNodes("Track", "uuid", "SET n.plays = coalesce(n.plays, 0) + $by")
                .with(Map.of("by", 1))
                .inPagesOf(5_000));
    }

    @Override
    public void down(CypherContext cypher) {
        throw Irreversible.because("what was around titles is not known any more");
    }
}
