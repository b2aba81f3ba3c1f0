package dev.waymark.graph;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The revisions of an application and how they hang together. Two kinds of edges join them. To <em>revise</em> is to
 * descend: bases, heads, branches, merges, lineages and labels follow these edges alone. To <em>require</em> is to
 * revise or to depend on: what must be applied first follows both.
 *
 * <p>All answers come in one order, in which every revision comes after all that it requires; among those that could
 * come next, the one with the lowest id comes. So the order is the same whatever order the revisions were given in.
 *
 * <p>Immutable, and so safe for use by several threads. No method takes or returns null. Each throws
 * {@link NoSuchTargetException} when it is given an id that is not in the graph, unless it says otherwise.
 */
public final class RevisionGraph {

    private final List<RevisionInfo> inOrder;
    private final Names names;
    private final Links links;
    private final int[][] children;
    private final int[][] requiring;
    private final LabelSpread labels;

    RevisionGraph(List<RevisionInfo> inOrder, Names names, Links links) {
        this.inOrder = inOrder;
        this.names = names;
        this.links = links;
        this.children = Links.reversed(links.parents());
        this.requiring = Links.reversed(links.required());
        this.labels = new LabelSpread(inOrder, links.parents(), children);
    }

    /**
     * Joins revisions into a graph.
     *
     * @param revisions all revisions, in any order; none is a graph too
     * @return their graph
     * @throws InvalidMigrationsException if they contradict each other; it holds every contradiction
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        return GraphBuilder.build(revisions);
    }

    /** {@return all revisions, each after all that it requires} */
    public List<RevisionInfo> revisions() {
        return inOrder;
    }

    /** {@return whether there is a revision with this very id} */
    public boolean contains(RevisionId id) {
        return links.positions().containsKey(id);
    }

    /** {@return what the revision with this id says of itself} */
    public RevisionInfo revision(RevisionId id) {
        return inOrder.get(position(id));
    }

    /**
     * Finds the revision that a name points to: an id, a label, or the beginning of just one revision's id or label,
     * where only those longer than three characters count.
     *
     * @param name what was typed
     * @return the id of the revision
     * @throws NoSuchTargetException if the name points nowhere
     * @throws AmbiguousTargetException if several revisions' ids or labels begin so
     */
    public RevisionId named(String name) {
        return named(name, links.positions().keySet());
    }

    /** The same, where a beginning is looked for among some revisions only. */
    RevisionId named(String name, Set<RevisionId> among) {
        return names.exactly(name).orElseGet(() -> beginning(name, among));
    }

    /** {@return what this revision revises and depends on, without repetition; its parents come first} */
    public List<RevisionId> requires(RevisionId id) {
        return ids(links.required()[position(id)]);
    }

    /** {@return what this revision depends on without descending from it; labels are resolved} */
    public List<RevisionId> dependsOn(RevisionId id) {
        return ids(links.dependencies()[position(id)]);
    }

    /** {@return the revisions that revise this one} */
    public List<RevisionId> revisedBy(RevisionId id) {
        return ids(children[position(id)]);
    }

    /** {@return the revisions that revise nothing, even if they depend on something} */
    public Set<RevisionId> bases() {
        return without(links.parents());
    }

    /** {@return the heads of branches: the revisions that nothing revises, even if something depends on them} */
    public Set<RevisionId> heads() {
        return without(children);
    }

    /** {@return the revisions that nothing requires: neither revises nor depends on} */
    public Set<RevisionId> effectiveHeads() {
        return without(requiring);
    }

    /** {@return the branch points, each with the two or more revisions that revise it} */
    public Map<RevisionId, List<RevisionId>> branches() {
        Map<RevisionId, List<RevisionId>> branches = new LinkedHashMap<>();
        for (int at = 0; at < children.length; at++) {
            if (children[at].length > 1) {
                branches.put(inOrder.get(at).id(), ids(children[at]));
            }
        }
        return Collections.unmodifiableMap(branches);
    }

    /**
     * {@return the labels that reach this revision, sorted} A label reaches all that descends from the revision it
     * stands on, and from there down to, but not including, the first branch point or merge.
     */
    public Set<Label> labels(RevisionId id) {
        return labels.labelsAt(position(id));
    }

    /** {@return these and all that they require, in order} */
    public Set<RevisionId> upTo(Collection<RevisionId> ids) {
        return ids(Reach.down(positions(ids), links.required()));
    }

    /** {@return these and all that require them, in order} */
    public Set<RevisionId> from(Collection<RevisionId> ids) {
        return ids(Reach.up(positions(ids), requiring));
    }

    /** {@return these and all that descend from them by {@code revises} alone, in order} */
    public Set<RevisionId> descendants(Collection<RevisionId> ids) {
        return ids(Reach.up(positions(ids), children));
    }

    /** {@return this one, all that it descends from, and all that descends from it, by {@code revises} alone} */
    public Set<RevisionId> lineage(RevisionId id) {
        BitSet one = positions(List.of(id));
        BitSet lineage = Reach.down(one, links.parents());
        lineage.or(Reach.up(one, children));
        return ids(lineage);
    }

    /** {@return those of some revisions that no other one of them requires, in order: the heads of an applied set} */
    public Set<RevisionId> headsOf(Collection<RevisionId> some) {
        return tops(positions(some), links.required());
    }

    /**
     * {@return those of some revisions that no other one of them descends from, in order} Beside the heads of an
     * applied set these are the heads of branches that another branch depends on.
     */
    public Set<RevisionId> branchHeadsOf(Collection<RevisionId> some) {
        return tops(positions(some), links.parents());
    }

    /**
     * Fingerprints every revision together with its ancestry: SHA-256 over its id, its checksum, and the digests of all
     * that it requires, sorted.
     *
     * @param checksums the checksums of revisions; one that is absent counts as empty
     * @return the digest of each revision, as hexadecimal text
     */
    public Map<RevisionId, String> digests(Map<RevisionId, String> checksums) {
        return Digests.of(this, checksums);
    }

    NoSuchTargetException noSuchTarget(String name) {
        return new NoSuchTargetException(name, names.nearest(name));
    }

    private RevisionId beginning(String prefix, Set<RevisionId> among) {
        Map<String, RevisionId> found = names.startingWith(prefix);
        found.values().retainAll(among);
        if (found.isEmpty()) {
            throw noSuchTarget(prefix);
        }
        if (Set.copyOf(found.values()).size() > 1) {
            throw new AmbiguousTargetException(prefix, "several ids or labels begin so.", List.copyOf(found.keySet()));
        }
        return found.values().iterator().next();
    }

    /** What lies below others is required, directly or not, by one of them. */
    private Set<RevisionId> tops(BitSet some, int[][] lower) {
        BitSet below = new BitSet();
        some.stream().flatMap(at -> Arrays.stream(lower[at])).forEach(below::set);
        BitSet tops = (BitSet) some.clone();
        tops.andNot(Reach.down(below, lower));
        return ids(tops);
    }

    private Set<RevisionId> without(int[][] edges) {
        BitSet without = new BitSet();
        IntStream.range(0, edges.length).filter(at -> edges[at].length == 0).forEach(without::set);
        return ids(without);
    }

    private int position(RevisionId id) {
        Integer position = links.positions().get(id);
        if (position == null) {
            throw noSuchTarget(id.value());
        }
        return position;
    }

    private BitSet positions(Collection<RevisionId> ids) {
        BitSet positions = new BitSet(inOrder.size());
        ids.forEach(id -> positions.set(position(id)));
        return positions;
    }

    private List<RevisionId> ids(int[] positions) {
        return Arrays.stream(positions).mapToObj(at -> inOrder.get(at).id()).toList();
    }

    private Set<RevisionId> ids(BitSet positions) {
        Set<RevisionId> ids = new LinkedHashSet<>();
        positions.stream().forEach(at -> ids.add(inOrder.get(at).id()));
        return Collections.unmodifiableSet(ids);
    }
}
