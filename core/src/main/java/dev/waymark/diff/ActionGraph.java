package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that is to be done, and what has to be done before what. */
final class ActionGraph {

    private static final Set<ObjectKind> WATCHERS =
            EnumSet.of(ObjectKind.FOREIGN_KEY, ObjectKind.TRIGGER, ObjectKind.RULE, ObjectKind.POLICY);

    private final Links from;
    private final Links to;
    private final Verdicts verdicts;
    private final Map<Action, Set<Action>> prerequisites = new LinkedHashMap<>();

    private ActionGraph(Links from, Links to, Verdicts verdicts) {
        this.from = from;
        this.to = to;
        this.verdicts = verdicts;
    }

    /** For each action those that must come before it. */
    static Map<Action, Set<Action>> of(Links from, Links to, Verdicts verdicts) {
        ActionGraph graph = new ActionGraph(from, to, verdicts);
        verdicts.all().forEach(graph::add);
        Set.copyOf(graph.prerequisites.keySet()).forEach(graph::link);
        graph.linkNames();
        return graph.prerequisites;
    }

    private void add(ObjectId id, ChangeKind verdict) {
        switch (verdict) {
            case CREATE -> add(Action.create(id));
            case ALTER -> add(Action.alter(id));
            case DROP -> {
                add(Action.drop(id));
                if (verdicts.isRetired(id)) {
                    add(Action.retire(id));
                }
            }
            default -> {
                add(Action.drop(id));
                add(Action.create(id));
                if (verdicts.isRetired(id)) {
                    add(Action.retire(id));
                    addCopy(id);
                }
            }
        }
    }

    private void addCopy(ObjectId id) {
        if (id.kind() == ObjectKind.TABLE) {
            add(Action.copy(id));
        }
    }

    private void add(Action action) {
        prerequisites.put(action, new LinkedHashSet<>());
    }

    /** Says that one action comes before another, if both are to be done. */
    private void before(Action first, Action second) {
        Set<Action> before = prerequisites.get(second);
        if (before != null && !first.equals(second) && prerequisites.containsKey(first)) {
            before.add(first);
        }
    }

    private void link(Action action) {
        switch (action.verb()) {
            case CREATE -> linkCreate(action);
            case ALTER -> linkAlter(action);
            case DROP -> {
                linkDrop(action);
                linkDetach(action);
            }
            case RETIRE -> {
                before(action, Action.create(action.id()));
                before(action, Action.drop(action.id()));
            }
            case COPY -> linkCopy(action);
        }
    }

    private void linkCreate(Action create) {
        ObjectId id = create.id();
        to.schema().find(id).ifPresent(object -> linkAttach(create, object));
        for (ObjectId on : to.dependencies(id)) {
            before(Action.create(on), create);
            if (!identityNeeds(id, on) && !isIndifferent(id, on)) {
                before(Action.alter(on), create);
            }
        }
        if (!verdicts.isRetired(id) && !staysWithRetired(id)) {
            before(Action.drop(id), create);
        }
    }

    private void linkAlter(Action alter) {
        ObjectId id = alter.id();
        for (ObjectId on : to.dependencies(id)) {
            before(Action.create(on), alter);
            if (!isIndifferent(id, on)) {
                before(Action.alter(on), alter);
            }
        }
        for (ObjectId on : from.dependencies(id)) {
            before(alter, Action.drop(on));
        }
        if (id.kind() == ObjectKind.COLUMN) {
            linkIdentity(alter);
        }
        to.schema().find(id).filter(ActionGraph::hasToastOptions).ifPresent(table -> linkToast(alter));
    }

    private static boolean hasToastOptions(SchemaObject table) {
        return table.list("storage").stream().anyMatch(option -> option.startsWith("toast."));
    }

    /** Options of a TOAST table are lost while no column needs one. */
    private void linkToast(Action alter) {
        to.parts(alter.id().path()).stream()
                .filter(part -> part.kind() == ObjectKind.COLUMN)
                .forEach(column -> {
                    before(Action.create(column), alter);
                    before(Action.alter(column), alter);
                });
    }

    private void linkDrop(Action drop) {
        ObjectId id = drop.id();
        for (ObjectId on : from.dependencies(id)) {
            before(drop, Action.drop(on));
            boolean retires = on.kind() != ObjectKind.COLUMN && !verdicts.isRetired(id) && !verdicts.keepsRows(id);
            if (retires && !staysWithRetired(id)) {
                before(drop, Action.retire(on));
            }
            if (givesUpType(on)) {
                before(Action.alter(on), drop);
            } else if (!identityNeeds(id, on) && !isIndifferent(id, on) && !verdicts.isRetired(id)) {
                before(drop, Action.alter(on));
            }
        }
    }

    /** The columns of a table of a type are those of the type until the table is one for itself. */
    private boolean givesUpType(ObjectId id) {
        return id.kind() == ObjectKind.TABLE
                && verdicts.is(id, ChangeKind.ALTER)
                && from.schema().find(id).filter(table -> table.has("of_type")).isPresent()
                && to.schema().find(id).filter(table -> !table.has("of_type")).isPresent();
    }

    private static boolean isPassedOn(ObjectId part) {
        return part.kind() == ObjectKind.DEFAULT
                || Links.SHARED_WITH_A_PARENT.contains(part.kind())
                || Links.INDEX_KINDS.contains(part.kind());
    }

    /** A table that becomes a child has no column that its parent doesn't have, and gets no index that is to go. */
    private void linkAttach(Action create, SchemaObject object) {
        if (object.id().kind() == ObjectKind.PARTITION || object.id().kind() == ObjectKind.INHERITANCE) {
            Stream.of(Relations.parentOf(object), object.id().path().subList(0, 2))
                    .flatMap(table -> from.parts(table).stream())
                    .filter(part -> isPassedOn(part) && !staysWithRetired(part))
                    .forEach(part -> before(Action.drop(part), create));
        }
        if (object.id().kind() == ObjectKind.PARTITION) {
            to.unattached(object).forEach(index -> before(create, Action.create(index)));
        }
    }

    /** Whether a part goes with a table or a type that has another name by then. */
    private boolean staysWithRetired(ObjectId part) {
        return DropMerging.NAMELESS.contains(part.kind())
                && Relations.relation(from.schema(), part.path().subList(0, 2))
                        .filter(verdicts::isRetired)
                        .isPresent();
    }

    /** What a parent gets is not to reach a table that is no longer its child. */
    private void linkDetach(Action drop) {
        from.schema()
                .find(drop.id())
                .filter(one ->
                        one.id().kind() == ObjectKind.PARTITION || one.id().kind() == ObjectKind.INHERITANCE)
                .filter(one -> !verdicts.keepsRows(one.id()))
                .ifPresent(one -> to.parts(Relations.parentOf(one)).stream()
                        .filter(ActionGraph::isPassedOn)
                        .forEach(part -> before(drop, Action.create(part))));
    }

    /** The new table has its partitions before the rows come; those of the old one go when the rows are out. */
    private void linkCopy(Action copy) {
        ObjectId table = copy.id();
        before(Action.create(table), copy);
        before(copy, Action.drop(table));
        to.parts(table.path()).forEach(part -> linkWatcher(copy, part));
        for (ObjectId one : to.dependents(table)) {
            if (one.kind() == ObjectKind.PARTITION) {
                before(Action.create(one), copy);
            }
        }
        for (ObjectId one : from.dependents(table)) {
            if (one.kind() == ObjectKind.PARTITION) {
                before(copy, Action.drop(new ObjectId(ObjectKind.TABLE, one.path())));
            }
        }
    }

    /** What looks at rows that come, or that others refer to, is not there while they are brought. */
    private void linkWatcher(Action copy, ObjectId part) {
        if (WATCHERS.contains(part.kind())) {
            before(copy, Action.create(part));
        }
        to.dependents(part).stream()
                .filter(one -> one.kind() == ObjectKind.FOREIGN_KEY)
                .forEach(foreignKey -> before(copy, Action.create(foreignKey)));
    }

    /** An identity column is NOT NULL, from before it becomes one until after it has ceased to be one. */
    private void linkIdentity(Action alter) {
        ObjectId notNull = new ObjectId(ObjectKind.NOT_NULL, alter.id().path());
        if (identityNeeds(notNull, alter.id())) {
            before(Action.create(notNull), alter);
            before(alter, Action.drop(notNull));
        }
    }

    /** Whether what a schema or a table itself is changed to is nothing to what is in it. */
    private static boolean isIndifferent(ObjectId id, ObjectId on) {
        return on.kind() == ObjectKind.SCHEMA
                || (on.kind() == ObjectKind.TABLE && DropMerging.NAMELESS.contains(id.kind()));
    }

    private boolean identityNeeds(ObjectId id, ObjectId on) {
        return id.kind() == ObjectKind.NOT_NULL
                && on.kind() == ObjectKind.COLUMN
                && identity(from.schema(), on) != identity(to.schema(), on);
    }

    private static boolean identity(SchemaSnapshot schema, ObjectId column) {
        return schema.find(column).filter(one -> one.has("identity")).isPresent();
    }

    /** What takes a name comes after what gives it up. */
    private void linkNames() {
        Map<String, Action> released = new HashMap<>();
        verdicts.all().keySet().forEach(id -> from.schema().find(id).ifPresent(object -> Names.of(object)
                .forEach(name -> release(released, name, object))));
        verdicts.all().keySet().forEach(id -> to.schema().find(id).ifPresent(object -> Names.of(object)
                .forEach(name -> claim(released, name, object))));
    }

    private void release(Map<String, Action> released, String name, SchemaObject object) {
        ObjectId id = object.id();
        if (verdicts.goes(id)) {
            released.put(name, verdicts.isRetired(id) ? Action.retire(id) : Action.drop(id));
        } else if (to.schema()
                .find(id)
                .filter(after -> !Names.of(after).contains(name))
                .isPresent()) {
            released.put(name, Action.alter(id));
        }
    }

    private void claim(Map<String, Action> released, String name, SchemaObject object) {
        Action release = released.get(name);
        if (release != null && !release.id().equals(object.id())) {
            before(release, verdicts.comes(object.id()) ? Action.create(object.id()) : Action.alter(object.id()));
        }
    }
}
