package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema should become by a model: what is out of its scope stays, unless it can't be without something that
 * goes.
 */
final class Overlay {

    private final SchemaSnapshot is;
    private final SchemaSnapshot model;
    private final Reach reach;
    private final Scope scope;
    private final SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
    private final SortedMap<ObjectId, SortedSet<ObjectId>> dependencies = new TreeMap<>();

    private Overlay(SchemaSnapshot is, SchemaSnapshot model, Reach reach, Scope scope) {
        this.is = is;
        this.model = model;
        this.reach = reach;
        this.scope = scope;
    }

    /**
     * The schema that should be.
     *
     * @param is the schema that is
     * @param model the model
     * @param reach what the model can say
     * @param scope what is compared
     */
    static SchemaSnapshot of(SchemaSnapshot is, SchemaSnapshot model, Reach reach, Scope scope) {
        return new Overlay(is, model, reach, scope).made();
    }

    /** The same schema, with what only reads otherwise as it reads in another one. */
    static SchemaSnapshot aligned(SchemaSnapshot schema, SchemaSnapshot with) {
        return of(with, schema, Reach.WHOLE, Scope.ofModel());
    }

    private SchemaSnapshot made() {
        is.objects().values().forEach(this::decide);
        model.objects().values().stream()
                .filter(object -> is.find(object.id()).isEmpty())
                .filter(object -> scope.rule(object, model).orElseGet(() -> reach.says(object, is, model)))
                .forEach(object -> add(object, model));
        completeFromModel();
        removeOrphans();
        dependencies.keySet().retainAll(objects.keySet());
        dependencies.values().forEach(on -> on.retainAll(objects.keySet()));
        return new SchemaSnapshot(is.user(), objects, dependencies, model.unmodelled());
    }

    private void decide(SchemaObject object) {
        Optional<Boolean> rule = scope.rule(object, is);
        Optional<SchemaObject> wanted = model.find(object.id());
        if (wanted.isPresent()) {
            boolean said = rule.orElseGet(() -> reach.says(wanted.get(), is, model));
            add(said ? merged(object, wanted.get(), rule.isPresent()) : object, is);
            depend(object.id(), said ? model : is);
        } else if (!rule.orElseGet(() -> reach.speaksOf(object, is, model))) {
            add(object, is);
        }
    }

    private SchemaObject merged(SchemaObject object, SchemaObject wanted, boolean asWhole) {
        SchemaObject merged = asWhole ? wanted : reach.merged(object, wanted, is);
        return CanonicalText.same(object, merged) ? object : merged;
    }

    private void add(SchemaObject object, SchemaSnapshot from) {
        objects.put(object.id(), object);
        depend(object.id(), from);
    }

    private void depend(ObjectId id, SchemaSnapshot from) {
        dependencies.computeIfAbsent(id, key -> new TreeSet<>()).addAll(from.dependencies(id));
    }

    /** What the model says may need what it doesn't say itself, such as the schema of a table. */
    private void completeFromModel() {
        TreeSet<ObjectId> open = new TreeSet<>(objects.keySet());
        open.removeIf(id -> !model.objects().containsKey(id));
        while (!open.isEmpty()) {
            ObjectId id = open.pollFirst();
            for (ObjectId on : model.dependencies(id)) {
                if (!objects.containsKey(on) && is.find(on).isEmpty()) {
                    model.find(on).ifPresent(object -> add(object, model));
                    open.add(on);
                }
            }
        }
    }

    /** What stays, and can't be without something that goes, goes too. */
    private void removeOrphans() {
        boolean removed = true;
        while (removed) {
            removed = objects.keySet()
                    .removeIf(
                            id -> model.find(id).isEmpty() && !objects.keySet().containsAll(is.dependencies(id)));
        }
    }
}
