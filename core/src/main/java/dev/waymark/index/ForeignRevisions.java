package dev.waymark.index;

import dev.waymark.index.IndexReader.Extent;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** The revisions of other jars on the class path and the module path, found one by one by id or label. */
final class ForeignRevisions {

    private final Filer filer;
    private final List<String> modules;
    private final Set<String> ownClasses;

    /** @param ownClasses what was compiled here now or before: the output directory is often on the class path, too */
    ForeignRevisions(Filer filer, Elements elements, Set<String> ownClasses) {
        this.filer = filer;
        this.ownClasses = ownClasses;
        this.modules = elements.getAllModuleElements().stream()
                .filter(module -> !module.isUnnamed())
                .map(ModuleElement::getQualifiedName)
                .map(Object::toString)
                .filter(this::isOnModulePath)
                .toList();
    }

    Optional<IndexedRevision> byId(String id) {
        return find(SingleFile.ofId(id))
                .filter(found -> found.info().id().value().equals(id));
    }

    /** {@return all that these require in other jars, directly or not, and all that share a name with one of these} */
    List<IndexedRevision> around(Collection<RevisionInfo> own) {
        Set<RevisionId> known = new HashSet<>(own.stream().map(RevisionInfo::id).toList());
        Deque<String> names = new ArrayDeque<>(own.stream()
                .flatMap(info -> Stream.concat(names(info), Stream.of(info.id().value())))
                .distinct()
                .toList());
        List<IndexedRevision> around = new ArrayList<>();
        while (!names.isEmpty()) {
            byName(names.remove()).filter(found -> known.add(found.info().id())).forEach(found -> {
                around.add(found);
                names(found.info()).forEach(names::add);
            });
        }
        return around;
    }

    private static Stream<String> names(RevisionInfo info) {
        return Stream.of(info.revises(), info.dependsOn(), info.labels())
                .flatMap(Collection::stream)
                .map(Object::toString);
    }

    private Stream<IndexedRevision> byName(String name) {
        return Stream.of(byId(name), find(SingleFile.ofLabel(name))).flatMap(Optional::stream);
    }

    private Optional<IndexedRevision> find(String path) {
        return Stream.concat(
                        read(StandardLocation.CLASS_PATH, "", path),
                        modules.stream().flatMap(module -> read(StandardLocation.MODULE_PATH, module + "/", path)))
                .filter(found -> !ownClasses.contains(found.className()))
                .findFirst();
    }

    private Stream<IndexedRevision> read(StandardLocation location, String module, String path) {
        try (InputStream in = filer.getResource(location, module, path).openInputStream()) {
            return IndexReader.read(path, in, -1, Extent.ALL).stream().flatMap(section -> section.revisions().stream());
        } catch (IOException | IllegalArgumentException absent) {
            return Stream.empty();
        }
    }

    /** javac answers with a failure of its own, not with a FilerException, for a module that is not on that path. */
    private boolean isOnModulePath(String module) {
        try {
            filer.getResource(StandardLocation.MODULE_PATH, module + "/", IndexSection.RESOURCE);
            return true;
        } catch (java.io.FileNotFoundException | java.nio.file.NoSuchFileException withoutIndex) {
            return true;
        } catch (IOException | RuntimeException elsewhere) {
            return false;
        }
    }
}
