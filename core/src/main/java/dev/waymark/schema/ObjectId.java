package dev.waymark.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which object: its kind and the names that lead to it, none of them quoted.
 *
 * @param kind its kind
 * @param path the names, outermost first, as {@link ObjectKind} says at each kind
 */
public record ObjectId(ObjectKind kind, List<String> path) implements Comparable<ObjectId> {

    /** Copies the path. */
    public ObjectId {
        path = List.copyOf(path);
    }

    /**
     * {@return the id of an object}
     *
     * @param kind its kind
     * @param path the names that lead to it
     */
    public static ObjectId of(ObjectKind kind, String... path) {
        return new ObjectId(kind, List.of(path));
    }

    /** {@return its own name: the last one} For functions and the like, which are told apart by types, use the path. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** {@return the id for people, as in {@code column public.recordings.title}} */
    @Override
    public String toString() {
        return kind.words() + " " + path.stream().map(Identifiers::quoted).collect(Collectors.joining("."));
    }

    /** By kind, then by path. */
    @Override
    public int compareTo(ObjectId other) {
        int order = kind.compareTo(other.kind);
        return order == 0 ? comparePaths(path, other.path) : order;
    }

    private static int comparePaths(List<String> left, List<String> right) {
        for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
            if (!left.get(at).equals(right.get(at))) {
                return left.get(at).compareTo(right.get(at));
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
