package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphAutogenerateIT {

    private static final Constraint UUID =
            GraphSchema.unique("recording_uuid_unique").node("Recording").on("uuid");
    private static final Index KEY =
            GraphSchema.rangeIndex("metadata_key_index").node("Metadata").on("key");
    private static final Index TITLE =
            GraphSchema.rangeIndex("recording_title").node("Recording").on("title");
    private static final GraphRevisionOptions OPTIONS =
            GraphRevisionOptions.of("003", "Index recordings by title", "app.revisions");

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @Test
    void whatTheRevisionsMakeIsWhatTheGraphHasAndTheModelWants() {
        migrator().upgrade();

        assertThat(autogenerate().drift().isEmpty()).isTrue();
        assertThat(autogenerate().check(GraphSchema.of(UUID, KEY)).isEmpty()).isTrue();
    }

    @Test
    void whatSomebodyElseMakesAndDropsIsDrift() {
        migrator().upgrade();
        SERVER.run("DROP INDEX metadata_key_index");
        SERVER.run("CREATE INDEX by_hand FOR (r:Recording) ON (r.path)");

        assertThat(autogenerate().drift().describe()).isEqualTo("""
                drop    CREATE RANGE INDEX `metadata_key_index` FOR (n:`Metadata`) ON (n.`key`)
                create  CREATE RANGE INDEX `by_hand` FOR (n:`Recording`) ON (n.`path`)
                """);
    }

    @Test
    void aLaterSchemaStageDoesNotHideTheDrift() {
        migrator().upgrade("001");
        SERVER.run("CREATE INDEX by_hand FOR (r:Recording) ON (r.path)");

        migrator().upgrade();

        assertThat(autogenerate().drift().created())
                .extracting(SchemaElement::name)
                .containsExactly("by_hand");
    }

    @Test
    void whatWentDownIsNotExpectedAnyMore() {
        migrator().upgrade();

        migrator().downgrade("001");

        assertThat(autogenerate().drift().isEmpty()).isTrue();
        assertThat(autogenerate().check(GraphSchema.of(UUID)).isEmpty()).isTrue();
    }

    @Test
    void whatWasThereBeforeUnderTheSameNameIsExpectedOnceARevisionHasMadeSureOfIt() {
        SERVER.run(KEY.createCypher());

        migrator().upgrade();

        assertThat(autogenerate().drift().isEmpty()).isTrue();
    }

    @Test
    void aStampTakesTheSchemaAsItFindsIt() {
        SERVER.run(UUID.createCypher());

        migrator().stamp("heads");

        assertThat(autogenerate().check(GraphSchema.of(UUID)).isEmpty()).isTrue();
    }

    @Test
    void aRevisionIsWrittenFromTheDifferenceWithBothWays() {
        migrator().upgrade();

        GraphRevision revision = autogenerate()
                .revision(GraphSchema.of(UUID, KEY, TITLE), OPTIONS)
                .orElseThrow();

        assertThat(revision.className()).isEqualTo("R003IndexRecordingsByTitle");
        assertThat(revision.source())
                .contains("package app.revisions;", "revises = \"002\"")
                .contains("GraphSchema.rangeIndex(\"recording_title\").node(\"Recording\").on(\"title\")");
        assertThat(autogenerate().revision(GraphSchema.of(UUID, KEY), OPTIONS)).isEmpty();
    }

    @Test
    void aGraphThatWasThereBeforeIsTakenOverByABaseline() {
        SERVER.run(UUID.createCypher());
        SERVER.run(TITLE.createCypher());

        GraphRevision revision = autogenerate()
                .baseline(GraphRevisionOptions.of("001", "What is there", "app.revisions"))
                .orElseThrow();

        assertThat(revision.diff().created())
                .extracting(SchemaElement::name)
                .containsExactly("recording_uuid_unique", "recording_title");
        assertThat(revision.source()).doesNotContain("revises");
    }

    private static GraphAutogenerate autogenerate() {
        return GraphAutogenerate.of(database(), Settings.defaults());
    }

    private static Migrator migrator() {
        return Migrator.on(database())
                .revisions(new UniqueUuid(), new IndexedKey())
                .build();
    }

    private static Neo4jDatabase database() {
        return Neo4jDatabase.of(SERVER.driver());
    }

    @Revision(id = "001", message = "Unique uuid")
    static final class UniqueUuid implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().create(UUID);
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().drop(UUID);
        }
    }

    @Revision(id = "002", revises = "001", message = "Indexed key, as text")
    static final class IndexedKey implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.schema().run("CREATE INDEX metadata_key_index IF NOT EXISTS FOR (m:Metadata) ON (m.key)");
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.schema().run("DROP INDEX metadata_key_index");
        }
    }
}
