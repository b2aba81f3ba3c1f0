package dev.waymark.index;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.index.IndexReader.Extent;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The revisions that the annotation processor found: the union of all index files that a class loader sees. Immutable
 * and thread-safe. Reading it loads no class.
 */
public final class RevisionIndex {

    private static final String EMPTY =
            "No revision was found: no %s on the class path names one. The annotation processor in waymark-core writes"
                    + " it. JDK 23 and newer run a processor only with -proc:full or where it is configured (Maven:"
                    + " annotationProcessorPaths; Gradle: annotationProcessor). A jar made of several must append"
                    + " their files of that name to each other.";

    private final List<IndexResource> resources;
    private final List<IndexSection> headParts;

    private RevisionIndex(List<IndexResource> resources, List<IndexSection> headParts) {
        this.resources = resources;
        this.headParts = List.copyOf(headParts);
    }

    /**
     * Reads the head parts; its cost does not depend on the number of revisions.
     *
     * @param loader whose index files to read, its parents' included
     * @return the index
     * @throws InvalidMigrationsException if there is no revision, or a file can't be read
     */
    public static RevisionIndex of(ClassLoader loader) {
        List<IndexResource> resources = IndexResource.all(loader);
        List<IndexSection> headParts = new ArrayList<>();
        boolean empty = true;
        for (IndexResource resource : resources) {
            for (IndexSection part : resource.read(Extent.HEAD_PARTS)) {
                headParts.add(part);
                empty = empty && part.heads().isEmpty();
            }
        }
        if (empty) {
            throw new InvalidMigrationsException(
                    List.of(new Problem(Kind.EMPTY, "", EMPTY.formatted(IndexSection.RESOURCE))));
        }
        return new RevisionIndex(resources, headParts);
    }

    /**
     * The effective heads, which nothing requires, with their digests. Only where one jar's revisions require another's
     * does this read more than the head parts: the digests are then computed anew, so that a changed library is seen.
     *
     * @return by id, in the order of ids
     * @throws InvalidMigrationsException if the jars contradict each other, or a file can't be read
     */
    public SortedMap<RevisionId, String> headDigests() {
        SortedMap<RevisionId, String> heads = new TreeMap<>();
        int named = 0;
        boolean enough = true;
        for (IndexSection part : headParts) {
            heads.putAll(part.heads());
            named += part.heads().size();
            enough = enough && part.externals().isEmpty();
        }
        enough = enough && named == heads.size();
        return Collections.unmodifiableSortedMap(enough ? heads : effectiveHeads(revisions()));
    }

    /**
     * Every revision, read anew at each call.
     *
     * @return in the order of the files and of their lines
     * @throws InvalidMigrationsException if an id is in two files, a file can't be read, or one jar's revisions require
     *     another's that are not there
     */
    public List<IndexedRevision> revisions() {
        List<IndexedRevision> revisions = union();
        if (!hasExternals()) {
            return revisions;
        }
        Map<RevisionId, String> digests = graph(revisions).digests(checksums(revisions));
        return revisions.stream().map(revision -> revision.withDigest(digests)).toList();
    }

    static RevisionGraph graph(List<IndexedRevision> revisions) {
        return RevisionGraph.of(revisions.stream().map(IndexedRevision::info).toList());
    }

    /** Of those that have one. */
    static Map<RevisionId, String> checksums(List<IndexedRevision> revisions) {
        Map<RevisionId, String> checksums = new HashMap<>();
        revisions.forEach(revision -> revision.checksum()
                .ifPresent(checksum -> checksums.put(revision.info().id(), checksum)));
        return checksums;
    }

    private boolean hasExternals() {
        return headParts.stream().anyMatch(part -> !part.externals().isEmpty());
    }

    private static SortedMap<RevisionId, String> effectiveHeads(List<IndexedRevision> revisions) {
        SortedMap<RevisionId, String> digests = new TreeMap<>();
        revisions.forEach(revision -> digests.put(revision.info().id(), revision.digest()));
        digests.keySet().retainAll(graph(revisions).effectiveHeads());
        return digests;
    }

    private List<IndexedRevision> union() {
        Map<RevisionId, String> places = new HashMap<>();
        List<IndexedRevision> revisions = new ArrayList<>();
        List<Problem> duplicates = new ArrayList<>();
        for (IndexResource resource : resources) {
            resource.read(Extent.ALL).stream()
                    .flatMap(section -> section.revisions().stream())
                    .forEach(revision -> {
                        String place = "class " + revision.className() + " in " + resource.name();
                        String before = places.putIfAbsent(revision.info().id(), place);
                        if (before == null) {
                            revisions.add(revision);
                        } else {
                            duplicates.add(duplicate(revision.info().id(), before, place));
                        }
                    });
        }
        if (!duplicates.isEmpty()) {
            throw new InvalidMigrationsException(duplicates);
        }
        return revisions;
    }

    private static Problem duplicate(RevisionId id, String one, String other) {
        return new Problem(
                Kind.DUPLICATE_ID, id.value(), "Two revisions have the id '%s': %s, and %s.".formatted(id, one, other));
    }
}
