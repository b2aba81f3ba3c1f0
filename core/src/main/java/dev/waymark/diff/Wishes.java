package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which order is better where the catalog asks for none; given up where it can't be had. */
final class Wishes {

    private static final Set<ObjectKind> ROUTINES = EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private final Links from;
    private final Links to;
    private final Verdicts verdicts;
    private final Map<Action, Set<Action>> wishes = new HashMap<>();

    private Wishes(Links from, Links to, Verdicts verdicts) {
        this.from = from;
        this.to = to;
        this.verdicts = verdicts;
    }

    /** For each action those that had better come before it. */
    static Map<Action, Set<Action>> of(Links from, Links to, Verdicts verdicts) {
        Wishes wishes = new Wishes(from, to, verdicts);
        wishes.addBodies();
        wishes.addOverloads();
        verdicts.all().forEach((id, verdict) -> wishes.add(id));
        return wishes.wishes;
    }

    private void before(Action first, Action second) {
        wishes.computeIfAbsent(second, key -> new HashSet<>()).add(first);
    }

    private void add(ObjectId id) {
        if (id.kind() == ObjectKind.FOREIGN_KEY && verdicts.comes(id)) {
            addOldKeys(id);
        }
        if (id.kind() == ObjectKind.NOT_NULL && verdicts.goes(id)) {
            addPrimaryKeysOfChildren(id);
        }
        if (id.kind() == ObjectKind.PARTITION && verdicts.comes(id)) {
            to.schema().find(id).ifPresent(this::addOldBounds);
        }
    }

    /** Two partitions of a table can't have bounds that overlap: the old ones make place. */
    private void addOldBounds(SchemaObject partition) {
        from.dependents(new ObjectId(ObjectKind.TABLE, Relations.parentOf(partition))).stream()
                .filter(one -> one.kind() == ObjectKind.PARTITION && verdicts.goes(one))
                .forEach(one -> before(Action.drop(one), Action.create(partition.id())));
    }

    /** The body of a routine is a text; what it names had better be there when it is called. */
    private void addBodies() {
        Map<String, List<ObjectId>> byName = new HashMap<>();
        routines().forEach(id -> byName.computeIfAbsent(id.path().get(1), key -> new ArrayList<>())
                .add(id));
        routines().forEach(id -> to.schema().find(id).ifPresent(routine -> addBody(routine, byName)));
    }

    private List<ObjectId> routines() {
        return verdicts.all().keySet().stream()
                .filter(id ->
                        ROUTINES.contains(id.kind()) && to.schema().find(id).isPresent())
                .toList();
    }

    private void addBody(SchemaObject routine, Map<String, List<ObjectId>> byName) {
        Action made = made(routine.id());
        WORD.splitAsStream(routine.require("definition"))
                .distinct()
                .flatMap(word -> byName.getOrDefault(word, List.of()).stream())
                .filter(id -> !id.equals(routine.id()))
                .forEach(id -> before(made(id), made));
    }

    private Action made(ObjectId id) {
        return verdicts.comes(id) ? Action.create(id) : Action.alter(id);
    }

    /** A call must not have two routines to choose from. */
    private void addOverloads() {
        Map<List<String>, List<ObjectId>> going = new HashMap<>();
        verdicts.all().keySet().stream()
                .filter(id -> ROUTINES.contains(id.kind()) && verdicts.is(id, ChangeKind.DROP))
                .forEach(id -> going.computeIfAbsent(id.path().subList(0, 2), key -> new ArrayList<>())
                        .add(id));
        verdicts.all().keySet().stream()
                .filter(id -> ROUTINES.contains(id.kind()) && verdicts.comes(id))
                .forEach(id -> going.getOrDefault(id.path().subList(0, 2), List.of())
                        .forEach(old -> before(Action.drop(old), Action.create(id))));
    }

    /** A foreign key takes the first unique index that fits; that must not be one that goes. */
    private void addOldKeys(ObjectId foreignKey) {
        to.schema().dependencies(foreignKey).stream()
                .filter(on -> on.kind() == ObjectKind.COLUMN)
                .map(column -> column.path().subList(0, 2))
                .distinct()
                .flatMap(table -> from.parts(table).stream())
                .filter(part -> part.kind() == ObjectKind.PRIMARY_KEY
                        || part.kind() == ObjectKind.UNIQUE
                        || part.kind() == ObjectKind.INDEX)
                .filter(verdicts::goes)
                .forEach(part -> before(Action.drop(part), Action.create(foreignKey)));
    }

    /** A column of a partition can't lose NOT NULL with its parent's while it is in a primary key. */
    private void addPrimaryKeysOfChildren(ObjectId notNull) {
        List<String> table = notNull.path().subList(0, 2);
        from.dependents(new ObjectId(ObjectKind.TABLE, table)).stream()
                .filter(one -> one.kind() == ObjectKind.PARTITION || one.kind() == ObjectKind.INHERITANCE)
                .flatMap(one -> to.parts(one.path().subList(0, 2)).stream())
                .filter(part -> part.kind() == ObjectKind.PRIMARY_KEY && verdicts.comes(part))
                .forEach(part -> before(Action.drop(notNull), Action.create(part)));
    }
}
