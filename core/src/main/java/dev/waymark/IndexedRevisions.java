package dev.waymark;

import dev.waymark.index.IndexedRevision;
import dev.waymark.index.RevisionIndex;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import java.util.List;
import java.util.Map;

/** The revisions of the compiled index. A class is loaded only when its step is about to run. */
final class IndexedRevisions implements RevisionSource {

    private final RevisionIndex index;
    private final ClassLoader loader;

    private IndexedRevisions(RevisionIndex index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    static IndexedRevisions of(ClassLoader loader) {
        return new IndexedRevisions(RevisionIndex.of(loader), loader);
    }

    /** The context class loader of this thread; if it has none, the one of this class. */
    static ClassLoader defaultLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? IndexedRevisions.class.getClassLoader() : loader;
    }

    @Override
    public Map<RevisionId, String> headDigests() {
        return index.headDigests();
    }

    @Override
    public List<Registration> registrations() {
        return index.revisions().stream().map(this::registration).toList();
    }

    private Registration registration(IndexedRevision revision) {
        return new Registration(
                revision.info(), revision.checksum(), revision.kind(), () -> revision.newInstance(loader));
    }
}
