package dev.waymark.graph;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far labels reach. A label reaches all that descends from the revision it stands on, and from that revision down
 * to, but not including, the first that is a branch point or a merge. Sets are shared along a line, so that a long
 * history costs little.
 */
final class LabelSpread {

    private final List<RevisionInfo> inOrder;
    private final int[][] parents;
    private final int[][] children;
    private final List<Set<Label>> labels = new ArrayList<>();

    private LabelSpread(List<RevisionInfo> inOrder, int[][] parents, int[][] children) {
        this.inOrder = inOrder;
        this.parents = parents;
        this.children = children;
    }

    /** {@return the labels that reach each revision, in the order of the revisions} */
    static List<Set<Label>> of(List<RevisionInfo> inOrder, int[][] parents, int[][] children) {
        LabelSpread spread = new LabelSpread(inOrder, parents, children);
        spread.up();
        spread.down();
        return List.copyOf(spread.labels);
    }

    private void up() {
        for (int at = 0; at < inOrder.size(); at++) {
            Set<Label> inherited = Set.of();
            for (int parent : parents[at]) {
                inherited = union(inherited, labels.get(parent));
            }
            labels.add(union(inherited, inOrder.get(at).labels()));
        }
    }

    private void down() {
        for (int at = inOrder.size() - 1; at >= 0; at--) {
            spreadDown(at, inOrder.get(at).labels());
        }
    }

    private void spreadDown(int from, Collection<Label> spreading) {
        int at = from;
        while (!spreading.isEmpty() && parents[at].length == 1 && isPlain(parents[at][0])) {
            at = parents[at][0];
            labels.set(at, union(labels.get(at), spreading));
        }
    }

    private boolean isPlain(int at) {
        return children[at].length == 1 && parents[at].length < 2;
    }

    private static Set<Label> union(Set<Label> some, Collection<Label> more) {
        if (some.containsAll(more)) {
            return some;
        }
        Set<Label> all = new TreeSet<>(some);
        all.addAll(more);
        return Collections.unmodifiableSet(all);
    }
}
