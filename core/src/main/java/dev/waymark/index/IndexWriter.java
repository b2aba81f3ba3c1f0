package dev.waymark.index;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what a sound graph says of its own revisions. */
final class IndexWriter {

    private final ClassOutput output;

    IndexWriter(ClassOutput output) {
        this.output = output;
    }

    /**
     * @param graph of the own revisions and those around them
     * @param foreign those around them
     */
    void write(RevisionGraph graph, Collection<IndexedRevision> own, Collection<IndexedRevision> foreign)
            throws IOException {
        List<IndexedRevision> all = new ArrayList<>(own);
        all.addAll(foreign);
        Map<RevisionId, String> digests = graph.digests(RevisionIndex.checksums(all));
        SortedMap<RevisionId, IndexedRevision> finished = new TreeMap<>();
        own.forEach(revision -> finished.put(revision.info().id(), revision.withDigest(digests)));
        output.write(IndexSection.RESOURCE, section(graph, finished).text());
        for (IndexedRevision revision : finished.values()) {
            writeAlone(revision);
        }
    }

    private void writeAlone(IndexedRevision revision) throws IOException {
        for (String path : SingleFile.paths(revision)) {
            output.write(path, SingleFile.text(revision));
        }
    }

    private static IndexSection section(RevisionGraph graph, SortedMap<RevisionId, IndexedRevision> own) {
        SortedMap<RevisionId, String> heads = new TreeMap<>();
        own.forEach((id, revision) -> heads.put(id, revision.digest()));
        SortedSet<RevisionId> required = new TreeSet<>();
        own.keySet().forEach(id -> required.addAll(graph.requires(id)));
        heads.keySet().removeAll(required);
        required.removeAll(own.keySet());
        return new IndexSection(heads, List.copyOf(required), List.copyOf(own.values()));
    }
}
