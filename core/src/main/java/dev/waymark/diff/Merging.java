package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which actions are done by another one: a constraint by the statement that makes its table, an index by one that drops
 * it.
 */
final class Merging {

    private static final Set<ObjectKind> INLINE = EnumSet.of(
            ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);

    private final Links from;
    private final Links to;
    private final Verdicts verdicts;
    private final Implied implied;

    Merging(Links from, Links to, Verdicts verdicts, Implied implied) {
        this.from = from;
        this.to = to;
        this.verdicts = verdicts;
        this.implied = implied;
    }

    /**
     * An action that does another one.
     *
     * @param leader the one that does it
     * @param always whether there is no other way
     */
    record Merge(Action leader, boolean always) {

        static Optional<Merge> always(Verb verb, ObjectId id) {
            return Optional.of(new Merge(new Action(verb, id), true));
        }

        static Optional<Merge> ifPossible(Verb verb, ObjectId id) {
            return Optional.of(new Merge(new Action(verb, id), false));
        }
    }

    Optional<Merge> of(Action action) {
        return switch (action.verb()) {
            case CREATE -> created(object(to, action.id()));
            case DROP -> new DropMerging(from, verdicts, implied).of(object(from, action.id()));
            case ALTER ->
                implied.leader(Verb.ALTER, object(to, action.id())).flatMap(leader -> Merge.always(Verb.ALTER, leader));
            case RETIRE, COPY -> Optional.empty();
        };
    }

    private Optional<Merge> created(SchemaObject object) {
        Optional<Merge> passedOn =
                implied.leader(Verb.CREATE, object).flatMap(leader -> Merge.always(Verb.CREATE, leader));
        Optional<ObjectId> relation = Relations.tableOf(object).flatMap(name -> Relations.relation(to.schema(), name));
        if (passedOn.isPresent() || relation.isEmpty()) {
            return passedOn;
        }
        return verdicts.comes(relation.get())
                ? withRelation(object, relation.get())
                : withColumn(object, relation.get());
    }

    private Optional<Merge> withRelation(SchemaObject object, ObjectId relation) {
        ObjectKind kind = object.id().kind();
        if (kind == ObjectKind.COLUMN || kind == ObjectKind.INHERITANCE) {
            return Merge.always(Verb.CREATE, relation);
        }
        boolean inherited = object.has("inherited") && inherits(object);
        if (inherited && (kind == ObjectKind.NOT_NULL || kind == ObjectKind.CHECK)) {
            return Merge.always(Verb.CREATE, relation);
        }
        return isPlainTable(relation) && inlined(object) ? Merge.ifPossible(Verb.CREATE, relation) : Optional.empty();
    }

    /** A table whose statement names its columns. */
    private boolean isPlainTable(ObjectId relation) {
        boolean table = relation.kind() == ObjectKind.TABLE || relation.kind() == ObjectKind.FOREIGN_TABLE;
        return table && !object(to, relation).has("of_type");
    }

    private boolean inlined(SchemaObject object) {
        ObjectKind kind = object.id().kind();
        if (kind == ObjectKind.DEFAULT || kind == ObjectKind.NOT_NULL) {
            return !object.has("not_valid") && !inheritedColumn(object);
        }
        return INLINE.contains(kind) && !object.require("definition").endsWith(" NOT VALID") && !isRepeated(object);
    }

    /** Whether a constraint has the index of another one: in the same statement PostgreSQL makes only one of them. */
    private boolean isRepeated(SchemaObject constraint) {
        String index = index(constraint);
        return ConstraintDdl.WITH_INDEX.contains(constraint.id().kind())
                && to.parts(constraint.id().path().subList(0, 2)).stream()
                        .takeWhile(part -> !part.equals(constraint.id()))
                        .anyMatch(part -> ConstraintDdl.WITH_INDEX.contains(part.kind())
                                && index(object(to, part)).equals(index));
    }

    private static String index(SchemaObject constraint) {
        return constraint.require("definition").replaceFirst("^PRIMARY KEY", "UNIQUE");
    }

    /** Whether the column of a default comes from a parent, so that the table's own statement doesn't name it. */
    private boolean inheritedColumn(SchemaObject object) {
        return to.schema()
                .find(new ObjectId(ObjectKind.COLUMN, object.id().path()))
                .filter(column -> column.has("inherited") && inherits(column))
                .isPresent();
    }

    /** Whether a table is made with {@code inherits}, in contrast to a partition. */
    private boolean inherits(SchemaObject part) {
        List<String> table = part.id().path().subList(0, 2);
        return !to.schema().objects().containsKey(new ObjectId(ObjectKind.PARTITION, table));
    }

    private Optional<Merge> withColumn(SchemaObject object, ObjectId relation) {
        ObjectKind kind = object.id().kind();
        ObjectId column = new ObjectId(ObjectKind.COLUMN, object.id().path());
        if (kind == ObjectKind.COLUMN && relation.kind() == ObjectKind.VIEW) {
            return verdicts.is(relation, ChangeKind.ALTER) ? Merge.always(Verb.ALTER, relation) : Optional.empty();
        }
        boolean ofColumn = kind == ObjectKind.DEFAULT || (kind == ObjectKind.NOT_NULL && !object.has("not_valid"));
        return isPlainTable(relation) && ofColumn && verdicts.comes(column) && !comesFromParent(column)
                ? Merge.ifPossible(Verb.CREATE, column)
                : Optional.empty();
    }

    /** Whether the statement that adds a column is one about another table. */
    private boolean comesFromParent(ObjectId column) {
        return implied.leader(Verb.CREATE, object(to, column)).isPresent();
    }

    private static SchemaObject object(Links links, ObjectId id) {
        return links.schema().find(id).orElseThrow();
    }
}
