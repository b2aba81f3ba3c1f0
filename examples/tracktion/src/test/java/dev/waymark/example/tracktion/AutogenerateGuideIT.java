package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.autogenerate.Autogenerate;
import dev.waymark.autogenerate.Comparison;
import dev.waymark.autogenerate.Generated;
import dev.waymark.autogenerate.Model;
import dev.waymark.autogenerate.RevisionOptions;
import dev.waymark.autogenerate.Scope;
import dev.waymark.diff.Rename;
import dev.waymark.example.tracktion.model.TracktionSchema;
import dev.waymark.postgres.Scratch;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of autogenerate works. */
class AutogenerateGuideIT {

    private static final String UNANSWERED = """
            // Is column public.tracklists.cue_sheet_path the former column public.tracklists.cue_file_path (90 % alike)?
            // If not, delete the statement below and take these instead:
            // sql.execute("alter table public.tracklists add column cue_sheet_path text");
            // sql.execute("alter table public.tracklists drop column cue_file_path");
            sql.execute("alter table public.tracklists rename column cue_file_path to cue_sheet_path");
            """;

    @RegisterExtension
    static final Server server = new Server();

    private Autogenerate autogenerate;

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        autogenerate = of(Server.url(server.emptyDatabase()));
    }

    private static Autogenerate of(String url) {
        Autogenerate autogenerate = Migrator.postgres(url).build().autogenerate(Scratch.onServer(url));
        return autogenerate;
    }

    @Test
    void checkAndDrift() {
        Model model = Model.jooq(TracktionSchema.PUBLIC);

        Comparison check = autogenerate.check(model);
        Comparison drift = autogenerate.drift();

        assertThat(check.isEmpty()).as(check.toString()).isTrue();
        assertThat(drift.isEmpty()).as(drift.toString()).isTrue();
    }

    @Test
    void theRevisionsMakeTheModel() {
        Comparison check = autogenerate.check(Model.jooq(TracktionSchema.PUBLIC));

        assertThat(check.isEmpty()).as(check.toString()).isTrue();
    }

    @Test
    void aRevisionIsWritten(@TempDir Path sourceRoot) {
        Model model = Model.jooq(new ModelWithBpm());

        RevisionOptions options = RevisionOptions.inPackage("dev.waymark.example.tracktion.revisions");
        Generated generated = autogenerate.revision(model, "Add BPM to metadata", options);
        generated.files().forEach(file -> file.writeTo(sourceRoot));

        assertThat(sourceRoot.resolve("dev/waymark/example/tracktion/revisions/R010AddBpmToMetadata.java"))
                .isRegularFile();
    }

    @Test
    void aRenameThatIsKnownIsDone() throws IOException {
        RevisionOptions options = RevisionOptions.inPackage("dev.waymark.example.tracktion.revisions")
                .withRenames(Rename.of(
                        ObjectId.of(ObjectKind.COLUMN, "public", "tracklists", "cue_file_path"), "cue_sheet_path"));

        assertThat(source(options))
                .contains("rename column cue_file_path to cue_sheet_path")
                .doesNotContain("Is column");
    }

    @Test
    void aRenameThatNobodyAnswersForHasBothReadings() throws IOException {
        String source = source(RevisionOptions.inPackage("dev.waymark.example.tracktion.revisions"));

        assertThat(source.lines().map(String::strip).toList())
                .containsSubsequence(UNANSWERED.lines().toList());
    }

    @Test
    void aFilterTakesThingsOut() {
        Autogenerate narrower = autogenerate.within(
                Scope.ofModel().exclude(ObjectKind.TABLE, "public.legacy_*").exclude(ObjectKind.SCHEMA, "partman"));

        Comparison check = narrower.check(Model.ddl("create schema partman; create table legacy_plays (id integer)"));

        assertThat(check.diff().changes())
                .noneMatch(change -> change.to().isPresent())
                .isNotEmpty();
    }

    /** Of the schema after one of its columns was renamed. */
    private String source(RevisionOptions options) throws IOException {
        Model model = Model.ddl(TracktionSchemaIT.dump("009").replace("cue_file_path", "cue_sheet_path"));
        return autogenerate
                .revision(model, "Clearer names", options)
                .files()
                .get(0)
                .text();
    }
}
