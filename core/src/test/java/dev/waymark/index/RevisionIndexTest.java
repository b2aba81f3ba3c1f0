package dev.waymark.index;

import static dev.waymark.index.Project.loader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionId;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader makes of index files, whole and broken. */
class RevisionIndexTest {

    private static final String LINE = "revision\tid=%s\tclass=app.R\tkind=Kind\ttransactional=true\tdigest=d%s\n";

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void nothingWritten() {
        directory = parent.resolve("app/classes");
    }

    @Test
    void theHeadPartIsEnoughForTheHeads() {
        write("waymark-index 1\nhead 002 abc\nbody 9\nnot read\n");

        assertThat(RevisionIndex.of(loader(directory)).headDigests()).isEqualTo(Map.of(new RevisionId("002"), "abc"));
    }

    @Test
    void sectionsMayBeAppended() {
        String one = "waymark-index 1\nhead 001 abc\nbody 57\n" + LINE.formatted("001", "1");
        String two = "waymark-index 1\nhead 002 def\nbody 57\n" + LINE.formatted("002", "2");
        write(one + "\n" + two);

        RevisionIndex index = RevisionIndex.of(loader(directory));

        assertThat(index.headDigests()).isEqualTo(Map.of(new RevisionId("001"), "abc", new RevisionId("002"), "def"));
        assertThat(index.revisions().stream().map(IndexedRevision::digest)).containsExactly("d1", "d2");
    }

    @Test
    void lineEndsMayHaveBeenChanged() {
        write(("waymark-index 1\nhead 001 abc\nbody 57\n" + LINE.formatted("001", "1")).replace("\n", "\r\n"));

        assertThat(RevisionIndex.of(loader(directory)).revisions()).hasSize(1);
        assertThat(RevisionIndex.of(loader(directory)).headDigests()).isEqualTo(Map.of(new RevisionId("001"), "abc"));
    }

    @Test
    void aFieldThatIsNotKnownIsSkipped() {
        write("waymark-index 1\nhead 001 abc\nbody 0\n" + LINE.formatted("001", "1\tcolour=red"));

        assertThat(RevisionIndex.of(loader(directory)).revisions()).hasSize(1);
    }

    @Test
    void noFileIsAnError() {
        assertEmpty();
    }

    @Test
    void aFileWithoutRevisionsIsAnError() {
        write("waymark-index 1\nbody 0\n");

        assertEmpty();
    }

    @Nested
    class CannotBeRead {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        waymark-index 2                        | line 1: 'waymark-index 2' is a format that this Waymark does not know; it was written by another one
                        waymark-index 1\\nhead 001              | line 2: it is cut off
                        waymark-index 1\\nhead 0-1 abc          | line 2: Illegal revision id '0-1': use 1 to 100 of A-Z, a-z, 0-9, '_' and '.', since '@', '-', '+' and ':' have a meaning in targets
                        waymark-index 1\\nbody x                | line 2: 'x' is no number
                        <html>                                 | line 1: it begins with no word that is known here
                        """)
        void aHeadPart(String text, String why) {
            write(text.replace("\\n", "\n") + "\n");

            assertUnreadable(() -> RevisionIndex.of(loader(directory)), why);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        id=001                                                      | line 4: the field 'transactional' is missing
                        id=001\\ttransactional=true\\tclass=a\\tkind=b\\tdigest        | line 4: the field 'digest' has no '='
                        id=001\\ttransactional=true\\tclass=a\\\\x                     | line 4: '\\x' is no escape
                        id=001\\ttransactional=true\\tclass=a\\\\                      | line 4: an escape is cut off
                        """)
        void aRevision(String fields, String why) {
            write("waymark-index 1\nhead 001 abc\nbody 0\nrevision\t"
                    + fields.replace("\\\\", "\0").replace("\\t", "\t").replace("\0", "\\") + "\n");

            assertUnreadable(() -> RevisionIndex.of(loader(directory)).revisions(), why);
        }

        @Test
        void aRevisionBeforeAnySection() {
            write(LINE.formatted("001", "1"));

            assertUnreadable(
                    () -> RevisionIndex.of(loader(directory)), "line 1: there is no line 'waymark-index 1' before it");
        }

        @Test
        void aFileThatWasCutOff() {
            write("waymark-index 1\nhead 002 abc\nbody 120\n" + LINE.formatted("001", "1"));

            assertUnreadable(
                    () -> RevisionIndex.of(loader(directory)).revisions(), "the head '002' is not among its revisions");
        }

        private void assertUnreadable(ThrowingCallable call, String why) {
            String name = "app/classes/META-INF/waymark/revisions";
            String text = "The index of revisions " + name + " can't be read: " + why + ".";
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(InvalidMigrationsException.class, invalid -> assertThat(invalid.problems())
                            .containsExactly(new Problem(Kind.UNREADABLE_INDEX, name, text)));
        }
    }

    private void write(String text) {
        Project.write(directory.resolve(IndexSection.RESOURCE), text);
    }

    private void assertEmpty() {
        assertThatThrownBy(() -> RevisionIndex.of(loader(directory)))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          No revision was found: no META-INF/waymark/revisions on the class path names one. The annotation processor in waymark-core writes it. JDK 23 and newer run a processor only with -proc:full or where it is configured (Maven: annotationProcessorPaths; Gradle: annotationProcessor). A jar made of several must append their files of that name to each other.
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
    }
}
