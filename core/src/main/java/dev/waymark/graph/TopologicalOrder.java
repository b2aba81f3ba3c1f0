package dev.waymark.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** An order in which each comes after all that it requires; among those that could come next, the lowest comes. */
final class TopologicalOrder {

    private TopologicalOrder() {}

    /** {@return the positions in order; those on a cycle, and those that require one, are missing} */
    static List<Integer> of(int[][] required) {
        int[][] requiring = Links.reversed(required);
        int[] missing = new int[required.length];
        Queue<Integer> ready = new PriorityQueue<>();
        for (int at = 0; at < required.length; at++) {
            missing[at] = required[at].length;
            offerIfReady(at, missing, ready);
        }
        List<Integer> order = new ArrayList<>(required.length);
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            order.add(next);
            for (int at : requiring[next]) {
                missing[at]--;
                offerIfReady(at, missing, ready);
            }
        }
        return order;
    }

    private static void offerIfReady(int at, int[] missing, Queue<Integer> ready) {
        if (missing[at] == 0) {
            ready.add(at);
        }
    }
}
