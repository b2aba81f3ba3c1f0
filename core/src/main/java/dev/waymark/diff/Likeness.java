package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How alike an object that is gone and a new one are. */
final class Likeness {

    private final Map<List<String>, Set<String>> columnsBefore;
    private final Map<List<String>, Set<String>> columnsAfter;
    private final SchemaSnapshot from;
    private final SchemaSnapshot to;

    Likeness(SchemaSnapshot from, SchemaSnapshot to) {
        this.from = from;
        this.to = to;
        this.columnsBefore = columns(from);
        this.columnsAfter = columns(to);
    }

    private static Map<List<String>, Set<String>> columns(SchemaSnapshot schema) {
        Map<List<String>, Set<String>> columns = new HashMap<>();
        schema.objects(ObjectKind.COLUMN)
                .forEach(one -> columns.computeIfAbsent(one.id().path().subList(0, 2), key -> new HashSet<>())
                        .add(one.id().name() + " " + one.require("type")));
        return columns;
    }

    /**
     * What two objects must have in common to be compared: kind, and table or schema; of routines the arguments too.
     */
    static List<String> place(ObjectId id) {
        boolean routine = id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE;
        List<String> place = new ArrayList<>(
                routine
                        ? List.of(id.path().get(0), id.name())
                        : id.path().subList(0, id.path().size() - 1));
        place.add(id.kind().name());
        return place;
    }

    /** From 0 to 100. */
    int percent(SchemaObject before, SchemaObject after) {
        return switch (before.id().kind()) {
            case SCHEMA -> overlap(contents(from, before), contents(to, after));
            case TABLE, COMPOSITE_TYPE ->
                overlap(
                        columnsBefore.getOrDefault(before.id().path(), Set.of()),
                        columnsAfter.getOrDefault(after.id().path(), Set.of()));
            case ENUM -> overlap(new HashSet<>(before.list("values")), new HashSet<>(after.list("values")));
            case COLUMN -> column(before, after);
            case DOMAIN -> text(before).equals(text(after)) && sameChecks(before.id(), after.id()) ? 100 : 0;
            case SEQUENCE -> text(before).equals(text(after)) && sameOwner(before.id(), after.id()) ? 100 : 0;
            default -> text(before).equals(text(after)) ? 100 : 0;
        };
    }

    private static Set<String> contents(SchemaSnapshot schema, SchemaObject object) {
        Set<String> contents = new HashSet<>();
        schema.objects().keySet().stream()
                .filter(id -> id.path().size() == 2
                        && id.path().get(0).equals(object.id().name()))
                .forEach(id -> contents.add(id.kind() + " " + id.name()));
        return contents;
    }

    private static int overlap(Set<String> before, Set<String> after) {
        Set<String> common = new HashSet<>(before);
        common.retainAll(after);
        int most = Math.max(before.size(), after.size());
        return most == 0 ? 0 : 100 * common.size() / most;
    }

    private boolean sameChecks(ObjectId before, ObjectId after) {
        return checks(from, before).equals(checks(to, after));
    }

    private static Set<String> checks(SchemaSnapshot schema, ObjectId domain) {
        Set<String> checks = new HashSet<>();
        schema.objects(ObjectKind.DOMAIN_CHECK, domain.path()).forEach(one -> checks.add(one.require("definition")));
        return checks;
    }

    /** What sequences belong to has its new name by then. */
    private boolean sameOwner(ObjectId before, ObjectId after) {
        SchemaObject owner = from.objects().get(new ObjectId(ObjectKind.SEQUENCE_OWNER, before.path()));
        SchemaObject ownerAfter = to.objects().get(new ObjectId(ObjectKind.SEQUENCE_OWNER, after.path()));
        return owner == null ? ownerAfter == null : owner.same(ownerAfter);
    }

    /** From 0 to 100. */
    private int column(SchemaObject before, SchemaObject after) {
        boolean sameType = before.sameIn("type", after) && before.sameIn("collation", after);
        if (!(sameType || relatedTypes(before, after)) || !before.sameIn("generated", after)) {
            return 0;
        }
        int type = sameType ? 50 : 40;
        int place = before.position() == after.position() ? 20 : 0;
        int rest = sameRest(before.id(), after.id()) ? 10 : 0;
        return type + place + rest + ofNames(before.id().name(), after.id().name());
    }

    /** Whether values become those of the other type by themselves, both ways. */
    private boolean relatedTypes(SchemaObject before, SchemaObject after) {
        return !ColumnType.needsCast(before, after, new Surroundings(from, to, Set.of()))
                && !ColumnType.needsCast(after, before, new Surroundings(to, from, Set.of()));
    }

    private boolean sameRest(ObjectId before, ObjectId after) {
        boolean nullable = from.objects().containsKey(new ObjectId(ObjectKind.NOT_NULL, before.path()));
        return nullable == to.objects().containsKey(new ObjectId(ObjectKind.NOT_NULL, after.path()));
    }

    /** From 0 to 20: the part of the pairs of letters that both names have. */
    static int ofNames(String before, String after) {
        return overlap(pairs(before), pairs(after)) / 5;
    }

    private static Set<String> pairs(String name) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= name.length(); at++) {
            pairs.add(name.substring(at, at + 2));
        }
        return pairs;
    }

    /** All that is known of an object, with its own name taken out. */
    private static Map<String, String> text(SchemaObject object) {
        boolean routine =
                object.id().kind() == ObjectKind.FUNCTION || object.id().kind() == ObjectKind.PROCEDURE;
        String name = Identifiers.quoted(
                routine ? object.id().path().get(1) : object.id().name());
        Map<String, String> text = new TreeMap<>(object.attributes());
        text.computeIfPresent("definition", (key, value) -> withoutName(value, name));
        text.put("lists", object.lists().toString());
        return text;
    }

    private static String withoutName(String definition, String name) {
        return Pattern.compile("(?<![\\w\"])" + Pattern.quote(name) + "(?![\\w\"])")
                .matcher(definition)
                .replaceFirst("");
    }
}
