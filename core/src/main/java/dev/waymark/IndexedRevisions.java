package dev.waymark;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.index.IndexedRevision;
import dev.waymark.index.RevisionIndex;
import dev.waymark.migration.Migration;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The revisions of the compiled index. A class is loaded only when its step is about to run. */
final class IndexedRevisions implements RevisionSource {

    private final RevisionIndex index;
    private final ClassLoader loader;
    private final Map<String, Supplier<? extends Migration<?>>> makers;

    private IndexedRevisions(
            RevisionIndex index, ClassLoader loader, Map<String, Supplier<? extends Migration<?>>> makers) {
        this.index = index;
        this.loader = loader;
        this.makers = Map.copyOf(makers);
    }

    /**
     * The revisions that a class loader sees.
     *
     * @param makers by the names of classes that are not to be made by their constructor without parameters
     */
    static IndexedRevisions of(ClassLoader loader, Map<String, Supplier<? extends Migration<?>>> makers) {
        return new IndexedRevisions(RevisionIndex.of(loader), loader, makers);
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
        Supplier<? extends Migration<?>> maker = makers.get(revision.className());
        return new Registration(
                revision.info(),
                revision.checksum(),
                revision.kind(),
                () -> maker == null ? revision.newInstance(loader) : made(revision, maker));
    }

    private static Migration<?> made(IndexedRevision revision, Supplier<? extends Migration<?>> maker) {
        try {
            return maker.get();
        } catch (RuntimeException e) {
            String id = revision.info().id().value();
            throw new InvalidMigrationsException(
                    List.of(new Problem(
                            Kind.UNUSABLE_CLASS,
                            id,
                            "Class %s of revision '%s' can't be made by the application: %s."
                                    .formatted(revision.className(), id, e))),
                    e);
        }
    }
}
