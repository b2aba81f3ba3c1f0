package dev.waymark.diff;

import dev.waymark.diff.Merging.Merge;
import dev.waymark.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Puts actions in an order: each after those that must come before it, what creates as early and what drops as late as
 * possible, and otherwise always the same.
 */
final class ActionOrder {

    /** What a table may have outside of its own statement, those first that are most often the reason of a knot. */
    private static final List<Set<ObjectKind>> LOOSENED = List.of(
            EnumSet.of(ObjectKind.FOREIGN_KEY),
            EnumSet.of(ObjectKind.CHECK, ObjectKind.DEFAULT, ObjectKind.POLICY, ObjectKind.RULE, ObjectKind.TRIGGER),
            EnumSet.allOf(ObjectKind.class));

    private final Map<Action, Set<Action>> prerequisites;
    private final Map<Action, Set<Action>> wishes;
    private final Map<Action, Merge> merges;
    private final Comparator<Action> preference;

    ActionOrder(
            Map<Action, Set<Action>> prerequisites,
            Map<Action, Set<Action>> wishes,
            Map<Action, Merge> merges,
            Comparator<Action> preference) {
        this.prerequisites = prerequisites;
        this.wishes = new HashMap<>(wishes);
        this.merges = new HashMap<>(merges);
        this.preference = preference;
    }

    /** The actions that are done by statements of their own, in order, each with those that it does besides. */
    Map<Action, List<Action>> sorted() {
        while (true) {
            Map<Action, List<Action>> groups = groups();
            Map<Action, Set<Action>> waitsFor = waitsFor();
            List<Action> order = order(groups.keySet(), waitsFor);
            Set<Action> stuck = new HashSet<>(groups.keySet());
            order.forEach(stuck::remove);
            Set<Action> knot = stuck.isEmpty() ? Set.of() : Knots.of(stuck, waitsFor);
            if (knot.isEmpty() || !loosen(knot)) {
                return inOrder(order, stuck, groups);
            }
        }
    }

    private Map<Action, List<Action>> groups() {
        Map<Action, List<Action>> groups = new LinkedHashMap<>();
        prerequisites.keySet().forEach(action -> groups.computeIfAbsent(leader(action), key -> new ArrayList<>())
                .add(action));
        groups.forEach((leader, members) -> members.remove(leader));
        return groups;
    }

    private Action leader(Action action) {
        Action leader = action;
        Merge merge = merges.get(leader);
        while (merge != null && prerequisites.containsKey(merge.leader())) {
            leader = merge.leader();
            merge = merges.get(leader);
        }
        return leader;
    }

    private Map<Action, Set<Action>> waitsFor() {
        Map<Action, Set<Action>> waitsFor = new HashMap<>();
        prerequisites.forEach((action, before) -> {
            Action leader = leader(action);
            Set<Action> leaders = waitsFor.computeIfAbsent(leader, key -> new HashSet<>());
            before.stream().map(this::leader).filter(one -> !one.equals(leader)).forEach(leaders::add);
            wishes.getOrDefault(action, Set.of()).stream()
                    .filter(prerequisites::containsKey)
                    .map(this::leader)
                    .filter(one -> !one.equals(leader))
                    .forEach(leaders::add);
        });
        return waitsFor;
    }

    private boolean loosen(Set<Action> knot) {
        boolean wished = wishes.keySet().removeIf(action -> knot.contains(leader(action)));
        return wished || LOOSENED.stream().anyMatch(kinds -> takeApart(knot, kinds));
    }

    private List<Action> order(Set<Action> leaders, Map<Action, Set<Action>> waitsFor) {
        Map<Action, Integer> open = new HashMap<>();
        Map<Action, List<Action>> next = new HashMap<>();
        for (Action leader : leaders) {
            Set<Action> before = waitsFor.getOrDefault(leader, Set.of());
            open.put(leader, before.size());
            before.forEach(
                    one -> next.computeIfAbsent(one, key -> new ArrayList<>()).add(leader));
        }
        PriorityQueue<Action> ready = new PriorityQueue<>(preference);
        leaders.stream().filter(leader -> open.getOrDefault(leader, 0) == 0).forEach(ready::add);
        List<Action> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Action action = ready.remove();
            order.add(action);
            for (Action follower : next.getOrDefault(action, List.of())) {
                if (open.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return order;
    }

    /** Lets actions of a knot be statements of their own; false if none of them could be. */
    private boolean takeApart(Set<Action> knot, Set<ObjectKind> kinds) {
        List<Action> loose = merges.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getKey().id().kind())
                        && !entry.getValue().always()
                        && knot.contains(leader(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        loose.forEach(merges::remove);
        return !loose.isEmpty();
    }

    /** What is left in a knot comes last, in the order of preference: the server will say what is wrong with it. */
    private Map<Action, List<Action>> inOrder(List<Action> order, Set<Action> stuck, Map<Action, List<Action>> groups) {
        Map<Action, List<Action>> sorted = new LinkedHashMap<>();
        order.forEach(leader -> sorted.put(leader, groups.getOrDefault(leader, List.of())));
        stuck.stream().sorted(preference).forEach(leader -> sorted.put(leader, groups.getOrDefault(leader, List.of())));
        return sorted;
    }
}
