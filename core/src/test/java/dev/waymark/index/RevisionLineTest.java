package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any text fits into a line, and comes back. */
class RevisionLineTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll String message, @ForAll String database) {
        IndexedRevision revision = revision(message, database);

        String line = RevisionLine.write(revision);

        assertThat(RevisionLine.read(line)).isEqualTo(revision);
        assertThat(line.lines()).hasSize(1);
        assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
    }

    @Example
    void lettersOfAllLanguagesStayReadable() {
        assertThat(RevisionLine.write(revision("Größe\t日本\\\0\uD83C\uDFB5\u2028", "")))
                .endsWith("\tmessage=Größe\\t日本\\\\\\u0000\uD83C\uDFB5\\u2028");
    }

    private static IndexedRevision revision(String message, String database) {
        RevisionInfo info =
                new RevisionInfo(new RevisionId("001"), List.of(), message, List.of(), List.of(), true, database);
        return new IndexedRevision(info, "app.R001", "Kind", Optional.empty(), "d");
    }
}
