package dev.waymark.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The schema of a database as an immutable value, read from its catalog.
 *
 * @param user the role that read it: what this role creates it owns
 * @param objects the objects by id
 * @param dependencies for each object those that it can't be without, as {@code pg_depend} has it; an object is never a
 *     dependency of itself
 * @param unmodelled what the catalog holds and a snapshot can't: each by kind and name, sorted
 */
public record SchemaSnapshot(
        String user,
        SortedMap<ObjectId, SchemaObject> objects,
        SortedMap<ObjectId, SortedSet<ObjectId>> dependencies,
        List<String> unmodelled) {

    /** Copies what it is given. */
    public SchemaSnapshot {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        SortedMap<ObjectId, SortedSet<ObjectId>> edges = new TreeMap<>(dependencies);
        edges.replaceAll((id, on) -> Collections.unmodifiableSortedSet(new TreeSet<>(on)));
        dependencies = Collections.unmodifiableSortedMap(edges);
        unmodelled = List.copyOf(unmodelled);
    }

    /**
     * {@return an object}
     *
     * @param id which
     */
    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /**
     * {@return the objects of a kind, in the order of their ids}
     *
     * @param kind which kind
     */
    public Collection<SchemaObject> objects(ObjectKind kind) {
        return objects.tailMap(new ObjectId(kind, List.of())).values().stream()
                .takeWhile(object -> object.id().kind() == kind)
                .toList();
    }

    /**
     * {@return the objects of a kind whose path begins with some names, as the columns of a table do}
     *
     * @param kind which kind
     * @param path the names, outermost first, at least one
     */
    public Collection<SchemaObject> objects(ObjectKind kind, List<String> path) {
        List<String> behind = new ArrayList<>(path);
        behind.set(path.size() - 1, path.get(path.size() - 1) + '\0');
        return objects.subMap(new ObjectId(kind, path), new ObjectId(kind, behind))
                .values();
    }

    /**
     * {@return what an object depends on}
     *
     * @param id which object
     */
    public Set<ObjectId> dependencies(ObjectId id) {
        SortedSet<ObjectId> on = dependencies.get(id);
        return on == null ? Set.of() : on;
    }

    /**
     * {@return a snapshot of those objects alone that a test accepts}
     *
     * @param accepted the test
     */
    public SchemaSnapshot filter(Predicate<ObjectId> accepted) {
        SortedMap<ObjectId, SchemaObject> kept = new TreeMap<>(objects);
        kept.keySet().removeIf(accepted.negate());
        SortedMap<ObjectId, SortedSet<ObjectId>> edges = new TreeMap<>();
        kept.keySet().forEach(id -> edges.put(id, keptOf(dependencies(id), kept.keySet())));
        return new SchemaSnapshot(user, kept, edges, unmodelled);
    }

    private static SortedSet<ObjectId> keptOf(Collection<ObjectId> on, Set<ObjectId> kept) {
        return on.stream().filter(kept::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the canonical text: an object a line, its attributes below it, always in the same order} */
    public String text() {
        return SnapshotText.of(this);
    }

    /**
     * {@return SHA-256 of the canonical text, in 64 hexadecimal digits} Equal for schemas that differ only in the order
     * of columns.
     */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the snapshot as JSON, an object a line} Fields are {@code version} (1), {@code user},
     * {@code fingerprint}, {@code objects} and {@code unmodelled}; an object has {@code kind}, {@code path},
     * {@code position} where it has one, {@code attributes} and {@code dependsOn}, a list of pairs of kind and path.
     * This needs Jackson on the class path.
     */
    public String toJson() {
        return SnapshotJson.of(this);
    }

    @Override
    public String toString() {
        Map<ObjectKind, Long> counts = objects.keySet().stream()
                .collect(Collectors.groupingBy(ObjectId::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
