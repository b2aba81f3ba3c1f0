package dev.waymark.neo4j.fault;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherMigration;
import dev.waymark.neo4j.GraphSchema;
import java.util.Map;
import java.util.function.Consumer;

/** Revisions that stop where a test wants to have them. */
final class PausingRevisions {

    static final String INSIDE = "inside a data stage";
    static final String BETWEEN = "between two stages";

    private PausingRevisions() {}

    static CypherMigration[] all(Consumer<String> pause) {
        return new CypherMigration[] {new Inside(pause), new Between(pause)};
    }

    /** Only a step that runs can be asked for data, so only that pauses. */
    private static void pauseIfLive(CypherContext cypher, Consumer<String> pause, String where) {
        cypher.query("RETURN $where AS where", Map.of("where", where), row -> row.get("where")
                        .asString())
                .forEach(pause);
    }

    @Revision(id = "p1")
    record Inside(Consumer<String> pause) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (:Album)");
            pauseIfLive(cypher, pause, INSIDE);
            cypher.run("CREATE (:Album)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (a:Album) DELETE a");
        }
    }

    @Revision(id = "p2", revises = "p1")
    record Between(Consumer<String> pause) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            boolean[] live = {false};
            pauseIfLive(cypher, where -> live[0] = true, BETWEEN);
            cypher.run("CREATE (:Track)");
            cypher.schema()
                    .create(GraphSchema.rangeIndex("track_title").node("Track").on("title"));
            if (live[0]) {
                pause.accept(BETWEEN);
            }
            cypher.run("CREATE (:Track)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run("MATCH (t:Track) DELETE t");
        }
    }
}
