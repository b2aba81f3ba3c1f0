package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.IndexNotOnlineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page index-not-online tells users to do after a failed index. */
class FailedIndexIT {

    private static final Index TITLE =
            GraphSchema.rangeIndex("title").node("Track").on("title");

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @Test
    void isMadeAgainOnceTheDataIsMendedAndItIsDropped() {
        Migrator migrator = failed();
        server.run("MATCH (t:Track) SET t.title = 'short'");
        server.run(TITLE.dropCypher());
        migrator.upgrade();

        assertThat(server.live().schema()).isEqualTo(GraphSchema.of(TITLE));
    }

    @Test
    void isMadeAgainOnceTheDataIsMended() {
        Migrator migrator = failed();
        server.run("MATCH (t:Track) SET t.title = 'short'");
        migrator.upgrade();

        assertThat(server.live().schema()).isEqualTo(GraphSchema.of(TITLE));
    }

    private Migrator failed() {
        server.run("CREATE (:Track {title: reduce(s = '', i IN range(1, 12000) | s + toString(i % 10))})");
        Migrator migrator = Migrator.on(Neo4jDatabase.of(server.driver()))
                .revisions(new Titles())
                .build();
        assertThatThrownBy(migrator::upgrade).hasRootCauseInstanceOf(IndexNotOnlineException.class);
        return migrator;
    }

    @Revision(id = "001", message = "Index titles")
    static final class Titles implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().create(TITLE);
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().drop(TITLE);
        }
    }
}
