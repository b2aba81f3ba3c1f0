package dev.waymark.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the actions that wait for each other. */
final class Knots {

    private Knots() {}

    /**
     * Those of the actions that lie on a cycle, or between cycles.
     *
     * @param stuck actions that could not be put in order
     * @param waitsFor what each waits for
     */
    static Set<Action> of(Set<Action> stuck, Map<Action, Set<Action>> waitsFor) {
        Set<Action> knot = new HashSet<>(stuck);
        Map<Action, Set<Action>> followers = new HashMap<>();
        stuck.forEach(action -> waitsFor.getOrDefault(action, Set.of())
                .forEach(one ->
                        followers.computeIfAbsent(one, key -> new HashSet<>()).add(action)));
        Deque<Action> ends = new ArrayDeque<>();
        stuck.stream().filter(action -> isEnd(action, followers, knot)).forEach(ends::add);
        while (!ends.isEmpty()) {
            Action end = ends.remove();
            if (knot.remove(end)) {
                waitsFor.getOrDefault(end, Set.of()).stream()
                        .filter(one -> knot.contains(one) && isEnd(one, followers, knot))
                        .forEach(ends::add);
            }
        }
        return knot;
    }

    private static boolean isEnd(Action action, Map<Action, Set<Action>> followers, Set<Action> knot) {
        return followers.getOrDefault(action, Set.of()).stream().noneMatch(knot::contains);
    }
}
