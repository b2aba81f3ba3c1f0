package dev.waymark.diff;

import dev.waymark.diff.Merging.Merge;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements that lead one way from one schema to another. */
final class Route {

    private static final Set<ObjectKind> ROUTINES = EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

    /** Routines come before what may call them while it is made: checks of domains, columns with defaults, indexes. */
    private static final Comparator<ObjectKind> KINDS = Comparator.comparing(
                    (ObjectKind kind) -> ROUTINES.contains(kind) ? ObjectKind.DOMAIN : kind)
            .thenComparing(ROUTINES::contains, Comparator.reverseOrder());

    private final Links from;
    private final Links to;
    private final DdlOfKind ddl;
    private final Verdicts verdicts;

    Route(Links from, Links to, DdlOfKind ddl) {
        this.from = from;
        this.to = to;
        this.ddl = ddl;
        this.verdicts = Judging.of(from, to, ddl);
    }

    List<DdlStatement> statements() {
        Map<Action, Set<Action>> prerequisites = ActionGraph.of(from, to, verdicts);
        Merging merging = new Merging(from, to, verdicts, new Implied(from.schema(), to.schema(), verdicts));
        Map<Action, Merge> merges = new HashMap<>();
        prerequisites.keySet().forEach(action -> merging.of(action).ifPresent(merge -> merges.put(action, merge)));
        Surroundings schema = new Surroundings(from.schema(), to.schema());
        Rendering rendering = new Rendering(schema, ddl, verdicts);
        new ActionOrder(prerequisites, Wishes.of(from, to, verdicts), merges, preference())
                .sorted()
                .forEach(rendering::add);
        return Finish.of(rendering.statements(), to.schema());
    }

    /** What creates comes before what drops; then the order of the catalog, backwards for drops. */
    private Comparator<Action> preference() {
        return Comparator.comparing(Route::phase)
                .thenComparing(Route::byKind)
                .thenComparingInt(this::position)
                .thenComparing(Action::id)
                .thenComparing(Action::verb);
    }

    /**
     * Event triggers could refuse any statement: they go first and come last. Default privileges change when nothing is
     * made any more.
     */
    private static int phase(Action action) {
        if (action.id().kind() == ObjectKind.EVENT_TRIGGER) {
            return action.verb() == Verb.DROP ? -1 : 4;
        }
        if (action.id().kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            return 3;
        }
        return switch (action.verb()) {
            case CREATE, ALTER, RETIRE -> 0;
            case COPY -> 1;
            case DROP -> 2;
        };
    }

    private static int byKind(Action one, Action other) {
        int order = KINDS.compare(one.id().kind(), other.id().kind());
        return one.verb() == Verb.DROP ? -order : order;
    }

    private int position(Action action) {
        ObjectId id = action.id();
        Optional<SchemaObject> object =
                (action.verb() == Verb.DROP ? from : to).schema().find(id);
        return object.map(SchemaObject::position).orElse(0);
    }
}
