package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.autogenerate.Autogenerate;
import dev.waymark.autogenerate.Comparison;
import dev.waymark.autogenerate.Generated;
import dev.waymark.autogenerate.Model;
import dev.waymark.autogenerate.RevisionOptions;
import dev.waymark.example.tracktion.model.TracktionSchema;
import dev.waymark.postgres.Scratch;
import dev.waymark.postgres.SqlMigration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The model of head is what the revisions make, and a field that is added to it becomes a revision. */
class AutogenerateIT {

    private static final String DIFFERENCE = """
            1 difference from the revisions to the jOOQ model:
            + column public.metadata.bpm numeric(6,2)""";

    private static final String SOURCE = """
            package dev.waymark.example.tracktion.revisions;

            import dev.waymark.Revision;
            import dev.waymark.postgres.SqlContext;
            import dev.waymark.postgres.SqlMigration;

            /** Add BPM to metadata. */
            @Revision(id = "010", revises = "009", message = "Add BPM to metadata")
            public final class R010AddBpmToMetadata implements SqlMigration {

                @Override
                public void up(SqlContext sql) {
                    sql.execute("alter table public.metadata add column bpm numeric(6,2)");
                }

                @Override
                public void down(SqlContext sql) {
                    // !!! DATA LOSS !!! What is in column public.metadata.bpm is lost.
                    // Safer: let the code stop using it first, and drop it in a later revision.
                    sql.execute("alter table public.metadata drop column bpm");
                }
            }
            """;

    @RegisterExtension
    static final Server server = new Server();

    private final Model model = Model.jooq(TracktionSchema.PUBLIC);
    private final Model modelWithBpm = Model.jooq(new ModelWithBpm());

    private PGSimpleDataSource database;
    private Autogenerate autogenerate;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = server.emptyDatabase();
        String url = Server.url(database);
        autogenerate = Migrator.postgres(url).build().autogenerate(Scratch.onServer(url));
    }

    @Test
    void theModelIsWhatTheRevisionsMake() {
        Comparison check = autogenerate.check(model);

        assertThat(check).hasToString("No difference between the revisions and the jOOQ model.");
        assertThat(check.isEmpty()).isTrue();
    }

    @Test
    void theLastDumpIsWhatTheRevisionsMake() {
        Comparison check = autogenerate.check(Model.ddl(Path.of("src", "test", "resources", "after-009.sql")));

        assertThat(check.isEmpty()).as(check.toString()).isTrue();
    }

    @Test
    void aFieldMoreIsOneDifference() {
        Comparison check = autogenerate.check(modelWithBpm);

        assertThat(check).hasToString(DIFFERENCE);
        assertThat(check.sql()).containsExactly("alter table public.metadata add column bpm numeric(6,2)");
        assertThat(check.sqlBack()).containsExactly("alter table public.metadata drop column bpm");
    }

    @Test
    void aFieldMoreBecomesARevision() {
        Generated generated = generate();

        assertThat(generated.comparison()).hasToString(DIFFERENCE);
        assertThat(generated.notes()).isEmpty();
        assertThat(generated.files()).singleElement().satisfies(file -> {
            assertThat(file.className()).isEqualTo("R010AddBpmToMetadata");
            assertThat(file.text()).isEqualTo(SOURCE);
        });
    }

    @Test
    void nothingToDoIsNoRevision() {
        Generated generated =
                autogenerate.revision(model, "Nothing", RevisionOptions.inPackage("dev.waymark.example.tracktion"));

        assertThat(generated.isEmpty()).isTrue();
    }

    @Test
    void theRevisionGoesUpAndDown(@TempDir Path directory) throws Exception {
        SqlMigration added = CompiledRevision.of(generate().files().get(0), directory);
        SqlMigration[] revisions =
                Stream.concat(Arrays.stream(Revisions.all()), Stream.of(added)).toArray(SqlMigration[]::new);
        Migrator migrator = Migrator.postgres(database).revisions(revisions).build();
        migrator.upgrade("009");
        List<String> before = Catalog.of(database);

        migrator.upgrade("010");
        assertThat(autogenerate.diff(Model.database(database), modelWithBpm).isEmpty())
                .isTrue();

        migrator.downgrade("009");
        assertThat(Catalog.of(database)).containsExactlyElementsOf(before);
        assertThat(before).containsExactlyElementsOf(Catalog.of(server.databaseWith(TracktionSchemaIT.dump("009"))));
    }

    private Generated generate() {
        return autogenerate.revision(
                modelWithBpm,
                "Add BPM to metadata",
                RevisionOptions.inPackage("dev.waymark.example.tracktion.revisions"));
    }
}
