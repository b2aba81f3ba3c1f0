package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.hazard.Hazard;
import dev.waymark.hazard.HazardKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The text of revisions, compared with files beside this test. These are as palantir-java-format leaves them, which was
 * seen by formatting them; a change of them has to be seen again.
 */
class RevisionWriterTest {

    private static final Hazard LOSS = new Hazard(
            HazardKind.LOSES_DATA,
            "What is in column public.recordings.bpm is lost.",
            "let the code stop using it first, and drop it in a later revision.");

    private static final Hazard NARROWS = new Hazard(
            HazardKind.NARROWS_DATA,
            "Column public.recordings.title becomes character varying(40). A text of more than 40 characters makes it"
                    + " fail.",
            "look for such values first.");

    private static final Hazard BLOCKS = new Hazard(
            HazardKind.BLOCKS_WRITES, "Nobody can write to table public.sides while every row is looked up.", "");

    @Test
    void hazardsAndTheOtherReadingStandAboveTheirStatements() {
        OtherReading other = new OtherReading(
                "Is column public.recordings.tempo the former column public.recordings.speed (85 % alike)?",
                List.of(
                        "alter table public.recordings drop column speed",
                        "alter table public.recordings add column tempo numeric(6,2) default 120.00"
                                + " constraint tempo_is_given not null"));
        List<DraftStatement> up = List.of(
                new DraftStatement(
                        "alter table public.recordings rename column speed to tempo", List.of(), Optional.of(other)),
                plain("create table public.sides (\n    recording_id bigint,\n    number integer\n)"),
                plain("alter table public.sides add column length interval"),
                plain(
                        "alter table public.sides add constraint sides_recording_id_fkey FOREIGN KEY (recording_id)"
                                + " REFERENCES public.recordings(id) ON DELETE CASCADE",
                        BLOCKS),
                plain("alter table public.recordings drop column bpm", LOSS),
                plain("alter table public.recordings alter column title type character varying(40)", NARROWS, BLOCKS));
        List<DraftStatement> down = List.of(
                plain("alter table public.recordings add column bpm integer"),
                plain("alter table public.recordings rename column tempo to speed"));

        assertWritten(new Draft("010", List.of("009"), "Add tempo to recordings", true, up, down));
    }

    @Test
    void anyTextStaysTheSame() {
        List<DraftStatement> up = List.of(
                plain("comment on table t is '\"\"\" \"quoted\" \\ \t tab \u00e4\u4e2d\ud83d\ude00 \u202e \u0001'"),
                plain(
                        "comment on table t is 'two\nlines \n\n   \n\t\"\"\"\"\"\"\" \\u0041\t\n   end\r \u202e\u0085\u0001 '"),
                plain("comment on table t is 'a line separator \u2028 that a text block would not keep, and a line of"
                        + " some\nlength'"),
                plain("comment on table t is '" + "some words ".repeat(20) + "x".repeat(200) + "'"),
                plain("create function f() returns text\n language plpgsql\nas $$\nbegin\n\treturn '"
                        + "word ".repeat(30) + "';\nend\n$$"));

        assertWritten(new Draft(
                "3f2a.c_1",
                List.of(),
                "*/ \"Größe\" of jOOQ's <b>tags</b> & {@code x} @since \\u002a/ 中文\n3rd",
                true,
                up,
                List.of()));
    }

    @Test
    void aLongMessageAndManyParentsGetLinesOfTheirOwn() {
        List<String> parents = List.of("branch_with_a_long_name_1", "branch_with_a_long_name_2", "a_third", "a_fourth");
        String message = "Merge what was done on several branches, and say so in so many words that the line of the"
                + " annotation is too short for it";

        assertWritten(new Draft(
                "011_" + "0123456789".repeat(8),
                parents,
                message,
                false,
                List.of(plain("create index concurrently i on t (a)")),
                List.of(plain("drop index concurrently i"))));
    }

    @Test
    void whatDoesNothingIsNotWritten() {
        assertThatThrownBy(() -> new Draft("010", List.of(), "Nothing", true, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Revision '010' would do nothing");
    }

    @Test
    void aFileThatIsThereStaysAsItIs(@TempDir Path root) {
        Draft draft = new Draft("010", List.of(), "Once", true, List.of(plain("select 1")), List.of());
        RevisionSourceFile source = RevisionWriter.write(draft, "app.revisions");

        assertThat(source.writeTo(root))
                .isEqualTo(root.resolve("app/revisions/R010Once.java"))
                .content()
                .isEqualTo(source.text());
        assertThatThrownBy(() -> source.writeTo(root))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    private static DraftStatement plain(String sql, Hazard... hazards) {
        return new DraftStatement(sql, List.of(hazards), Optional.empty());
    }

    private static void assertWritten(Draft draft) {
        RevisionSourceFile written = RevisionWriter.write(draft, "app.revisions");
        assertThat(written.text()).isEqualTo(golden(written.className() + ".java"));
    }

    private static String golden(String name) {
        try (InputStream file = RevisionWriterTest.class.getResourceAsStream(name)) {
            assertThat(file).as("no file %s beside this test", name).isNotNull();
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
