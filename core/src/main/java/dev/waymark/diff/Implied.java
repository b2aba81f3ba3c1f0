package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL does to the children and partitions of a table by itself when something is done to the table. */
final class Implied {

    private static final Set<ObjectKind> PASSED_ON =
            EnumSet.of(ObjectKind.COLUMN, ObjectKind.NOT_NULL, ObjectKind.CHECK, ObjectKind.DEFAULT);

    private final SchemaSnapshot to;
    private final Verdicts verdicts;
    private final Map<List<String>, List<List<String>>> parents = new HashMap<>();
    private final Map<List<String>, List<String>> types = new HashMap<>();

    Implied(SchemaSnapshot from, SchemaSnapshot to, Verdicts verdicts) {
        this.to = to;
        this.verdicts = verdicts;
        from.objects().values().forEach(this::addParent);
    }

    private void addParent(SchemaObject object) {
        ObjectKind kind = object.id().kind();
        if (kind == ObjectKind.TABLE && !verdicts.goes(object.id())) {
            object.get("of_type")
                    .filter(type -> keepsType(object))
                    .ifPresent(type -> types.put(object.id().path(), TypeNames.path(type)));
        }
        boolean attachment = kind == ObjectKind.PARTITION || kind == ObjectKind.INHERITANCE;
        if (attachment && !verdicts.goes(object.id())) {
            parents.computeIfAbsent(object.id().path().subList(0, 2), key -> new ArrayList<>())
                    .add(Relations.parentOf(object));
        }
    }

    private boolean keepsType(SchemaObject table) {
        return to.find(table.id())
                .filter(after -> table.sameIn("of_type", after))
                .isPresent();
    }

    /** The same part of a table that this table stays a child of, if the same happens to it; empty if there is none. */
    Optional<ObjectId> leader(Verb verb, SchemaObject part) {
        ObjectId id = part.id();
        ObjectId attribute = id.kind() == ObjectKind.COLUMN ? attribute(id) : id;
        if (!attribute.equals(id) && happens(verb, attribute)) {
            return Optional.of(attribute);
        }
        boolean passedOn = PASSED_ON.contains(id.kind()) && (part.has("inherited") || id.kind() == ObjectKind.DEFAULT);
        if (!passedOn) {
            return Optional.empty();
        }
        return parents.getOrDefault(id.path().subList(0, 2), List.of()).stream()
                .map(parent -> new ObjectId(id.kind(), List.of(parent.get(0), parent.get(1), id.name())))
                .filter(same -> happens(verb, same) && (id.kind() != ObjectKind.DEFAULT || withColumn(verb, same)))
                .findFirst();
    }

    /** The attribute of the composite type that a typed table has a column of; the column itself in other tables. */
    private ObjectId attribute(ObjectId column) {
        List<String> type = types.getOrDefault(column.path().subList(0, 2), List.of());
        return type.size() == 2 ? ObjectId.of(ObjectKind.COLUMN, type.get(0), type.get(1), column.name()) : column;
    }

    /** A default is passed on with a new column alone. */
    private boolean withColumn(Verb verb, ObjectId part) {
        return happens(verb, new ObjectId(ObjectKind.COLUMN, part.path()));
    }

    private boolean happens(Verb verb, ObjectId id) {
        return switch (verb) {
            case CREATE -> verdicts.comes(id);
            case DROP -> verdicts.goes(id);
            case ALTER -> verdicts.is(id, ChangeKind.ALTER);
            case RETIRE, COPY -> false;
        };
    }
}
