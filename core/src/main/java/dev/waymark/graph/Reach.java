package dev.waymark.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Follows links from some positions as far as they lead. Nothing here calls itself, so no depth is too deep. */
final class Reach {

    private Reach() {}

    /** Some, and all that links lead to, where every link leads to a lower position. */
    static BitSet down(BitSet some, int[][] links) {
        BitSet all = copy(some);
        for (int at = all.length() - 1; at >= 0; at = all.previousSetBit(at - 1)) {
            add(links[at], all);
        }
        return all;
    }

    /** Some, and all that links lead to, where every link leads to a higher position. */
    static BitSet up(BitSet some, int[][] links) {
        BitSet all = copy(some);
        for (int at = all.nextSetBit(0); at >= 0; at = all.nextSetBit(at + 1)) {
            add(links[at], all);
        }
        return all;
    }

    /** One, and all that links lead to, where links may lead anywhere. */
    static BitSet around(int start, int[][] links) {
        BitSet all = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        all.set(start);
        open.push(start);
        while (!open.isEmpty()) {
            for (int next : links[open.pop()]) {
                visit(next, all, open);
            }
        }
        return all;
    }

    private static void visit(int next, BitSet all, Deque<Integer> open) {
        if (!all.get(next)) {
            all.set(next);
            open.push(next);
        }
    }

    private static void add(int[] positions, BitSet all) {
        for (int position : positions) {
            all.set(position);
        }
    }

    private static BitSet copy(BitSet some) {
        return (BitSet) some.clone();
    }
}
