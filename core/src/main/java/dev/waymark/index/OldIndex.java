package dev.waymark.index;

import dev.waymark.index.IndexReader.Extent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an earlier run of the compiler left in the class output.
 *
 * @param exists whether it left an index
 * @param revisions what the index said
 */
record OldIndex(boolean exists, List<IndexedRevision> revisions) {

    static OldIndex in(ClassOutput output) throws IOException {
        Optional<byte[]> bytes = output.read(IndexSection.RESOURCE);
        if (bytes.isEmpty()) {
            return new OldIndex(false, List.of());
        }
        List<IndexSection> sections = IndexReader.read(
                IndexSection.RESOURCE, new ByteArrayInputStream(bytes.get()), bytes.get().length, Extent.ALL);
        return new OldIndex(
                true,
                sections.stream()
                        .flatMap(section -> section.revisions().stream())
                        .toList());
    }

    /**
     * {@return what stays: classes that this run did not compile again, and that were not deleted}
     *
     * @param compiled the top-level classes of this run
     */
    List<IndexedRevision> kept(Collection<String> compiled, ClassOutput output) {
        return revisions.stream()
                .filter(revision -> compiled.stream().noneMatch(type -> isIn(revision.className(), type)))
                .filter(revision -> output.hasClass(revision.className()))
                .toList();
    }

    Set<String> classNames() {
        return revisions.stream().map(IndexedRevision::className).collect(Collectors.toSet());
    }

    private static boolean isIn(String className, String type) {
        return className.equals(type) || className.startsWith(type + "$");
    }
}
