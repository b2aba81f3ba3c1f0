package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.index.IndexReader.Extent;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The head part says how much follows, so that a reader of head parts knows when to stop. */
class IndexReaderTest {

    private static final String SHORT = section(1, 100).text();
    private static final String LONG = section(1, 5000).text();

    @Test
    void readingHeadsCostsTheSameForManyRevisionsAsForFew() throws IOException {
        assertThat(bytesRead(LONG, LONG.length())).isEqualTo(bytesRead(SHORT, SHORT.length()));
    }

    @Test
    void whatWasAppendedIsFound() throws IOException {
        String appended = LONG + section(5001, 5002).text();

        assertThat(heads(appended, appended.length())).isEqualTo(List.of("005000", "005002"));
    }

    @Test
    void aLengthThatIsNotKnownIsReadToTheEnd() throws IOException {
        String appended = SHORT + section(101, 102).text();

        assertThat(heads(appended, -1)).isEqualTo(List.of("000100", "000102"));
    }

    private static List<String> heads(String text, long length) throws IOException {
        return IndexReader.read("index", stream(text), length, Extent.HEAD_PARTS).stream()
                .flatMap(section -> section.heads().keySet().stream())
                .map(RevisionId::value)
                .toList();
    }

    /** How much was taken from the file, a buffer at a time. */
    private static int bytesRead(String text, long length) throws IOException {
        InputStream in = stream(text);
        IndexReader.read("index", in, length, Extent.HEAD_PARTS);
        return text.length() - in.available();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static IndexSection section(int from, int to) {
        List<IndexedRevision> revisions = IntStream.rangeClosed(from, to)
                .mapToObj(IndexReaderTest::revision)
                .toList();
        return new IndexSection(Map.of(id(to), "d".repeat(64)), List.of(), revisions);
    }

    private static IndexedRevision revision(int number) {
        RevisionInfo info =
                new RevisionInfo(id(number), List.of(), "The message of this revision", List.of(), List.of(), true, "");
        return new IndexedRevision(
                info, "app.migrations.R" + number, "Kind", Optional.of("c".repeat(64)), "d".repeat(64));
    }

    private static RevisionId id(int number) {
        return new RevisionId("%06d".formatted(number));
    }
}
