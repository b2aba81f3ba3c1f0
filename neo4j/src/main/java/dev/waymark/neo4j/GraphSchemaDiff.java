package dev.waymark.neo4j;

import dev.waymark.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What leads from one schema to another, and back. Constraints and indexes are told apart by what they are and not by
 * what they are called.
 *
 * @param changes what differs: what is dropped, renamed or replaced in the order of the first schema, then what is
 *     created in the order of the second
 */
public record GraphSchemaDiff(List<SchemaChange> changes) {

    /** Copies the list. */
    public GraphSchemaDiff {
        changes = List.copyOf(changes);
    }

    /**
     * {@return what leads from one schema to another and back} It is a function of the two alone.
     *
     * @param from the schema that is
     * @param to the schema that should be; options of indexes that it does not declare are no difference
     */
    public static GraphSchemaDiff between(GraphSchema from, GraphSchema to) {
        List<SchemaElement> before = new ArrayList<>(from.elements());
        List<SchemaElement> after = new ArrayList<>(to.elements());
        take(before, after, (was, is) -> was.name().equals(is.name()) && same(was, is));
        Map<SchemaElement, SchemaElement> renamed = take(before, after, GraphSchemaDiff::same);
        Map<SchemaElement, SchemaElement> replaced =
                take(before, after, (was, is) -> was.name().equals(is.name()));
        List<SchemaChange> changes = new ArrayList<>();
        for (SchemaElement was : from.elements()) {
            if (renamed.containsKey(was)) {
                changes.add(SchemaChange.rename(was, renamed.get(was)));
            } else if (replaced.containsKey(was)) {
                changes.add(SchemaChange.replace(was, replaced.get(was)));
            } else if (before.contains(was)) {
                changes.add(SchemaChange.drop(was));
            }
        }
        after.forEach(is -> changes.add(SchemaChange.create(is)));
        return new GraphSchemaDiff(changes);
    }

    /** {@return whether the two schemas are the same} */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** {@return what is to be dropped on the way up, in this order; on the way down it is created, in reverse} */
    public List<SchemaElement> dropped() {
        return elements(SchemaChange::from);
    }

    /** {@return what is to be created on the way up, in this order; on the way down it is dropped, in reverse} */
    public List<SchemaElement> created() {
        return elements(SchemaChange::to);
    }

    /**
     * {@return the commands of the way up, a list for each transaction} What is dropped goes first and in a transaction
     * of its own, since a server refuses a constraint where it drops an index in the same one.
     */
    public List<List<String>> up() {
        return stages(dropped(), created());
    }

    /** {@return the commands of the way down, a list for each transaction} */
    public List<List<String>> down() {
        return stages(reversed(created()), reversed(dropped()));
    }

    /** {@return the changes as text for people, a line or two each} */
    public String describe() {
        return changes.stream().map(change -> change.describe() + "\n").collect(Collectors.joining());
    }

    /** {@return the changes and the commands of both ways as JSON} */
    public String toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("changes", changes.stream().map(GraphSchemaDiff::map).toList());
        map.put("up", up());
        map.put("down", down());
        return Json.write(map);
    }

    private static boolean same(SchemaElement was, SchemaElement is) {
        return is.identity().isMetBy(was.identity());
    }

    /** Takes the pairs of which a condition holds out of both lists. */
    private static Map<SchemaElement, SchemaElement> take(
            List<SchemaElement> before, List<SchemaElement> after, BiPredicate<SchemaElement, SchemaElement> pair) {
        Map<SchemaElement, SchemaElement> taken = new LinkedHashMap<>();
        for (SchemaElement was : before) {
            Optional<SchemaElement> found =
                    after.stream().filter(is -> pair.test(was, is)).findFirst();
            found.ifPresent(is -> {
                taken.put(was, is);
                after.remove(is);
            });
        }
        before.removeAll(taken.keySet());
        return taken;
    }

    private List<SchemaElement> elements(Function<SchemaChange, Optional<SchemaElement>> side) {
        return changes.stream().flatMap(change -> side.apply(change).stream()).toList();
    }

    private static List<List<String>> stages(List<SchemaElement> dropped, List<SchemaElement> created) {
        List<List<String>> stages = new ArrayList<>();
        stages.add(dropped.stream().map(SchemaElement::dropCypher).toList());
        stages.add(created.stream().map(SchemaElement::createCypher).toList());
        stages.removeIf(List::isEmpty);
        return List.copyOf(stages);
    }

    private static List<SchemaElement> reversed(List<SchemaElement> elements) {
        List<SchemaElement> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, Object> map(SchemaChange change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        change.from().ifPresent(from -> map.put("from", GraphSchemaJson.map(from)));
        change.to().ifPresent(to -> map.put("to", GraphSchemaJson.map(to)));
        return map;
    }
}
