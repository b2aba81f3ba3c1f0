package dev.waymark.graph;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What each name points to. Ids and labels share one space of names, so a label may stand wherever an id may. */
final class Names {

    /** Shorter names are typed in full; a prefix finds longer ones only. */
    private static final int SHORTEST_FOUND_BY_PREFIX = 4;

    private final NavigableMap<String, RevisionId> byName;

    private Names(NavigableMap<String, RevisionId> byName) {
        this.byName = byName;
    }

    /** Collects ids before labels, so that a label which contradicts an id never hides it. */
    static Names of(Collection<RevisionInfo> revisions) {
        NavigableMap<String, RevisionId> byName = new TreeMap<>();
        revisions.forEach(revision -> byName.put(revision.id().value(), revision.id()));
        for (RevisionInfo revision : revisions) {
            revision.labels().forEach(label -> byName.putIfAbsent(label.value(), revision.id()));
        }
        return new Names(byName);
    }

    Optional<RevisionId> exactly(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names that begin so, with what they point to, sorted by name. */
    Map<String, RevisionId> startingWith(String prefix) {
        Map<String, RevisionId> found = new TreeMap<>(byName.subMap(prefix, prefix + Character.MAX_VALUE));
        found.keySet().removeIf(name -> name.length() < SHORTEST_FOUND_BY_PREFIX);
        return found;
    }

    /** Names that may have been meant by a name that points nowhere, nearest first. */
    List<String> nearest(String name) {
        return NearestNames.to(name, byName.keySet());
    }
}
