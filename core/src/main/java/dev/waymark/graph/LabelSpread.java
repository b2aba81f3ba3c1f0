package dev.waymark.graph;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionInfo;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far labels reach. A label reaches all that descends from the revision it stands on, and from that revision down
 * to, but not including, the first that is a branch point or a merge. This is looked up, not kept: where many revisions
 * of a long history have labels, keeping it would take more room than the history.
 */
final class LabelSpread {

    private final List<RevisionInfo> inOrder;
    private final int[][] parents;
    private final int[][] children;
    private final BitSet labelled = new BitSet();

    LabelSpread(List<RevisionInfo> inOrder, int[][] parents, int[][] children) {
        this.inOrder = inOrder;
        this.parents = parents;
        this.children = children;
        for (int at = 0; at < inOrder.size(); at++) {
            labelled.set(at, !inOrder.get(at).labels().isEmpty());
        }
    }

    /** {@return the labels that reach a revision, sorted} */
    Set<Label> labelsAt(int position) {
        if (labelled.isEmpty()) {
            return Set.of();
        }
        BitSet from = new BitSet();
        from.set(position);
        from = Reach.down(from, parents);
        addPlainLineAbove(position, from);
        from.and(labelled);
        Set<Label> labels = new TreeSet<>();
        from.stream().forEach(at -> labels.addAll(inOrder.get(at).labels()));
        return Collections.unmodifiableSet(labels);
    }

    private void addPlainLineAbove(int position, BitSet from) {
        int at = position;
        while (isPlain(at) && parents[children[at][0]].length == 1) {
            at = children[at][0];
            from.set(at);
        }
    }

    private boolean isPlain(int at) {
        return children[at].length == 1 && parents[at].length < 2;
    }
}
