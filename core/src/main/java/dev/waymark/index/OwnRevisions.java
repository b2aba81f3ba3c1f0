package dev.waymark.index;

import dev.waymark.index.Complaints.Place;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The revisions of this compilation by id, each id once: those compiled now, and those kept from before. */
final class OwnRevisions {

    private final Complaints complaints;
    private final SortedMap<RevisionId, IndexedRevision> revisions = new TreeMap<>();
    private final SortedMap<String, Declaration> declarations = new TreeMap<>();

    OwnRevisions(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Those kept come first, so that the one at fault is one that has a line to show. */
    void addKept(List<IndexedRevision> kept) {
        kept.forEach(revision -> revisions.put(revision.info().id(), revision));
    }

    void add(Declaration declaration, IndexedRevision revision) {
        RevisionId id = revision.info().id();
        IndexedRevision before = revisions.get(id);
        if (before == null) {
            revisions.put(id, revision);
            declarations.put(id.value(), declaration);
        } else {
            complainOfDuplicate(declaration, before, "");
        }
    }

    void complainOfDuplicates(ForeignRevisions foreign) {
        declarations.forEach((id, declaration) -> foreign.byId(id)
                .ifPresent(other -> complainOfDuplicate(declaration, other, ", which is in another jar")));
    }

    Collection<IndexedRevision> all() {
        return revisions.values();
    }

    boolean contains(RevisionId id) {
        return revisions.containsKey(id);
    }

    List<RevisionInfo> infos() {
        return revisions.values().stream().map(IndexedRevision::info).toList();
    }

    /** {@return the declaration of a revision that was compiled now} */
    Optional<Declaration> declaration(String id) {
        return Optional.ofNullable(declarations.get(id));
    }

    /** {@return those that were compiled now, in the order of ids} */
    Collection<Declaration> declarations() {
        return declarations.values();
    }

    private void complainOfDuplicate(Declaration declaration, IndexedRevision other, String where) {
        complaints.error(
                new Place(declaration, declaration.value("id")),
                "Two revisions have the id '%s': class %s, and class %s%s. Give one of them another id."
                        .formatted(declaration.id(), declaration.className(), other.className(), where));
    }
}
