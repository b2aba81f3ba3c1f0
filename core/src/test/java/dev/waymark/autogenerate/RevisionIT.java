package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.diff.Rename;
import dev.waymark.error.MultipleHeadsException;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that lead from the head to a model. */
class RevisionIT {

    private static final String RECORDINGS =
            "create table recordings (id integer primary key, title varchar(200) not null);";

    private static final RevisionOptions OPTIONS = RevisionOptions.inPackage("revisions");

    private final Site site = Site.at(RECORDINGS);

    @Test
    void whereNothingIsToDoThereIsNoSource() {
        Generated generated = site.autogenerate().revision(Model.ddl(RECORDINGS), "Nothing", OPTIONS);

        assertThat(generated.isEmpty()).isTrue();
        assertThat(generated.comparison().isEmpty()).isTrue();
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void aRevisionGoesUpAndDown() {
        Generated generated = site.autogenerate()
                .revision(Model.ddl(RECORDINGS + "alter table recordings add bpm numeric(6, 2)"), "Add BPM", OPTIONS);

        assertThat(generated.files()).singleElement().satisfies(file -> {
            assertThat(file.className()).isEqualTo("R002AddBpm");
            assertThat(file.text())
                    .contains("@Revision(id = \"002\", revises = \"001\", message = \"Add BPM\")")
                    .contains("sql.execute(\"alter table public.recordings add column bpm numeric(6,2)\");")
                    .contains("sql.execute(\"alter table public.recordings drop column bpm\");");
        });
        assertThat(generated.notes()).isEmpty();
        assertThat(site.scratchDatabases()).isEmpty();
    }

    @Test
    void anUnansweredRenameIsActiveAndTheOtherReadingIsAComment() {
        Generated generated = site.autogenerate()
                .revision(Model.ddl(RECORDINGS.replace("title", "caption")), "Rename title", OPTIONS);

        assertThat(generated.files().get(0).text())
                .contains("        sql.execute(\"alter table public.recordings rename column title to caption\");")
                .contains("        sql.execute(\"alter table public.recordings rename column caption to title\");")
                .containsPattern("// .*alter table public.recordings drop column title");
    }

    @Test
    void aRenameThatIsAnsweredWithYesStandsAlone() {
        Generated generated = site.autogenerate()
                .revision(
                        Model.ddl(RECORDINGS.replace("title", "caption")),
                        "Rename title",
                        OPTIONS.withAsking(candidate -> RenameAnswer.YES));

        assertThat(generated.files().get(0).text())
                .contains("rename column title to caption")
                .doesNotContain("drop column");
    }

    @Test
    void aRenameThatIsAnsweredWithNoIsNone() {
        List<String> questions = new ArrayList<>();
        Generated generated = site.autogenerate()
                .revision(
                        Model.ddl(RECORDINGS.replace("title varchar(200) not null", "caption varchar(200)")),
                        "Drop title",
                        OPTIONS.withAsking(candidate -> {
                            questions.add(candidate.question());
                            return RenameAnswer.NO;
                        }));

        assertThat(questions).hasSize(1);
        assertThat(generated.files().get(0).text())
                .doesNotContain("rename")
                .contains("drop column title")
                .contains("add column caption");
    }

    /** Too unlike to be asked for. */
    @Test
    void aHintIsARename() {
        Generated generated = site.autogenerate()
                .revision(
                        Model.ddl("create table takes (id integer primary key, caption varchar(300), note text);"),
                        "Takes",
                        OPTIONS.withRenames(
                                Rename.of(ObjectId.of(ObjectKind.TABLE, "public", "recordings"), "takes"),
                                Rename.of(ObjectId.of(ObjectKind.COLUMN, "public", "takes", "title"), "caption")));

        assertThat(generated.files().get(0).text())
                .contains("alter table public.recordings rename to takes")
                .contains("alter table public.takes rename column title to caption")
                .doesNotContain("drop table")
                .doesNotContain("drop column title");
    }

    @Test
    void aHintThatFitsNothingIsRefused() {
        RevisionOptions options =
                OPTIONS.withRenames(Rename.of(ObjectId.of(ObjectKind.TABLE, "public", "nowhere"), "takes"));

        assertThatThrownBy(() -> site.autogenerate().revision(Model.ddl(RECORDINGS), "Takes", options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is nothing to rename as 'alter table public.nowhere rename to takes' says");
    }

    @Test
    void aColumnThatMayNotBeNullIsProvedWithoutRowsAndNoted() {
        Generated generated = site.autogenerate()
                .revision(
                        Model.ddl(RECORDINGS + "alter table recordings add bpm integer not null"), "Add BPM", OPTIONS);

        assertThat(generated.files()).hasSize(1);
        assertThat(generated.notes())
                .singleElement()
                .asString()
                .contains("With rows")
                .contains("contains null values");
    }

    @Test
    void aTableThatAcceptsNoSimpleRowsIsNoted() {
        Site strict =
                Site.at("create table strict (a integer check (a * a = 49), b text not null check (b ~ '^x{3}$'))");

        Generated generated = strict.autogenerate()
                .revision(
                        Model.ddl(
                                "create table strict (a integer check (a * a = 49), b text not null check (b ~ '^x{3}$'), c text)"),
                        "Add c",
                        OPTIONS);

        assertThat(generated.notes())
                .singleElement()
                .asString()
                .startsWith("No rows could be made for table public.strict");
    }

    @Test
    void aNewEnumValueThatIsUsedComesInARevisionBefore() {
        Site states = Site.at("create type state as enum ('new', 'done'); create table t (s state default 'new')");

        Generated generated = states.autogenerate()
                .revision(
                        Model.ddl(
                                "create type state as enum ('new', 'done', 'lost'); create table t (s state default 'lost')"),
                        "Lost",
                        OPTIONS);

        assertThat(generated.files())
                .extracting(RevisionSourceFile::className)
                .containsExactly("R002Lost1Of2", "R003Lost2Of2");
        assertThat(generated.files().get(0).text()).contains("add value 'lost'").contains("revises = \"001\"");
        assertThat(generated.files().get(1).text())
                .contains("set default 'lost'")
                .contains("revises = \"002\"");
    }

    @Test
    void aWayDownThatNeedsACommitSplitsTheWayUpToo() {
        Site states =
                Site.at("create type state as enum ('new', 'done', 'lost'); create table t (s state default 'lost')");

        Generated generated = states.autogenerate()
                .revision(
                        Model.ddl("create type state as enum ('new', 'done'); create table t (s state default 'new')"),
                        "Found",
                        OPTIONS);

        assertThat(generated.files())
                .extracting(RevisionSourceFile::className)
                .containsExactly("R002Found1Of2", "R003Found2Of2");
        assertThat(generated.files().get(0).text())
                .contains("set default 'lost'")
                .doesNotContain("add value");
        assertThat(generated.files().get(1).text()).contains("add value 'lost'").doesNotContain("set default 'lost'");
        assertThat(generated.notes())
                .singleElement()
                .asString()
                .startsWith("With rows in public.t a statement fails on the way up");
    }

    @Test
    void idsAreTheNumbersThatFollow() {
        Generated generated = Site.at()
                .revise("008", List.of(), "select 1")
                .revise("009", List.of("008"), RECORDINGS)
                .autogenerate()
                .revision(Model.ddl(""), "Drop all", OPTIONS);

        assertThat(generated.files()).extracting(RevisionSourceFile::className).containsExactly("R010DropAll");
    }

    @Test
    void severalHeadsAreRefusedUnlessOneIsNamed() {
        Site forked = Site.at(RECORDINGS)
                .revise("left", List.of("001"), "create table a ()")
                .revise("right", List.of("001"), "create table b ()");
        Model model = Model.ddl(RECORDINGS + "create table a (); create table b (); create table c ()");

        assertThatThrownBy(() -> forked.autogenerate().revision(model, "c", OPTIONS))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessageContaining("'left', 'right'");
        assertThat(forked.autogenerate()
                        .revision(model, "c", OPTIONS.withRevises("left").withId("c1"))
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.text()).contains("id = \"c1\", revises = \"left\""));
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        assertThatThrownBy(() -> site.autogenerate().revision(Model.ddl(""), "Drop all", OPTIONS.withId("001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a revision '001' already");
    }
}
