package dev.waymark.diff;

import dev.waymark.diff.Merging.Merge;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What goes by itself when something else is dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend, DEPENDENCY_AUTO</a>
 */
final class DropMerging {

    private static final Set<ObjectKind> GO_WITH_A_COLUMN = EnumSet.of(
            ObjectKind.DEFAULT,
            ObjectKind.NOT_NULL,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.EXCLUSION,
            ObjectKind.CHECK,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.INDEX);

    /** Parts that are in nobody's way while their table has another name. */
    static final Set<ObjectKind> NAMELESS = EnumSet.of(ObjectKind.COLUMN, ObjectKind.DEFAULT, ObjectKind.NOT_NULL);

    private final Links from;
    private final Verdicts verdicts;
    private final Implied implied;

    DropMerging(Links from, Verdicts verdicts, Implied implied) {
        this.from = from;
        this.verdicts = verdicts;
        this.implied = implied;
    }

    Optional<Merge> of(SchemaObject object) {
        ObjectId id = object.id();
        Optional<Merge> special =
                switch (id.kind()) {
                    case SEQUENCE -> sequence(object);
                    case SEQUENCE_OWNER -> sequenceOwner(object);
                    case INDEX_ATTACHMENT -> attachment(object);
                    case STATISTICS -> statistics(id);
                    case DOMAIN_CHECK ->
                        with(ObjectId.of(
                                ObjectKind.DOMAIN, id.path().get(0), id.path().get(1)));
                    case DEFAULT_PRIVILEGES, PUBLICATION_SCHEMA ->
                        with(ObjectId.of(ObjectKind.SCHEMA, id.path().get(1)));
                    case PUBLICATION_TABLE ->
                        with(ObjectId.of(ObjectKind.PUBLICATION, id.path().get(0)))
                                .or(() -> with(ObjectId.of(
                                        ObjectKind.TABLE,
                                        id.path().get(1),
                                        id.path().get(2))));
                    default -> Optional.empty();
                };
        return special.or(() -> part(object)).or(() -> childIndex(id));
    }

    private Optional<Merge> with(ObjectId leader) {
        return verdicts.goes(leader) && !verdicts.isRetired(leader)
                ? Merge.ifPossible(Verb.DROP, leader)
                : Optional.empty();
    }

    private Optional<Merge> part(SchemaObject object) {
        Optional<List<String>> table = Relations.tableOf(object);
        Optional<ObjectId> relation =
                table.flatMap(name -> Relations.relation(from.schema(), name)).filter(verdicts::goes);
        if (relation.filter(one -> !verdicts.isRetired(one)
                        || NAMELESS.contains(object.id().kind()))
                .isPresent()) {
            return Optional.of(new Merge(
                    Action.drop(relation.get()), NAMELESS.contains(object.id().kind())));
        }
        Optional<ObjectId> passedOn = implied.leader(Verb.DROP, object);
        if (passedOn.isPresent()) {
            return Merge.always(Verb.DROP, passedOn.get());
        }
        return table.filter(name -> relation.isEmpty()
                        && GO_WITH_A_COLUMN.contains(object.id().kind()))
                .flatMap(name -> column(object.id(), name));
    }

    /** The one column that takes an object with it; with two, either could be dropped first. */
    private Optional<Merge> column(ObjectId id, List<String> table) {
        List<ObjectId> columns = from.schema().dependencies(id).stream()
                .filter(on -> on.kind() == ObjectKind.COLUMN
                        && on.path().subList(0, 2).equals(table))
                .filter(verdicts::goes)
                .toList();
        return columns.size() == 1 ? Merge.ifPossible(Verb.DROP, columns.get(0)) : Optional.empty();
    }

    private Optional<Merge> statistics(ObjectId id) {
        return from.schema().dependencies(id).stream()
                .filter(on -> on.kind() == ObjectKind.COLUMN)
                .flatMap(on -> Relations.relation(from.schema(), on.path().subList(0, 2)).stream())
                .flatMap(relation -> with(relation).stream())
                .findFirst();
    }

    private Optional<Merge> sequence(SchemaObject sequence) {
        return from.schema()
                .find(new ObjectId(ObjectKind.SEQUENCE_OWNER, sequence.id().path()))
                .flatMap(owner -> with(ownerColumn(owner)));
    }

    private Optional<Merge> sequenceOwner(SchemaObject owner) {
        boolean both =
                verdicts.goes(new ObjectId(ObjectKind.SEQUENCE, owner.id().path()));
        return both ? with(ownerColumn(owner)) : Optional.empty();
    }

    private static ObjectId ownerColumn(SchemaObject owner) {
        return ObjectId.of(
                ObjectKind.COLUMN, owner.require("table_schema"), owner.require("table"), owner.require("column"));
    }

    private Optional<Merge> attachment(SchemaObject attachment) {
        Optional<ObjectId> partition = partitionOf(attachment.id());
        if (partition.isPresent()) {
            return Merge.always(Verb.DROP, partition.get());
        }
        ObjectId parent = from.index(Relations.parentOf(attachment));
        return parent != null && verdicts.goes(parent) ? Merge.always(Verb.DROP, parent) : Optional.empty();
    }

    private Optional<ObjectId> partitionOf(ObjectId attachment) {
        return from.schema().dependencies(attachment).stream()
                .filter(on -> on.kind() == ObjectKind.PARTITION && verdicts.goes(on) && !verdicts.keepsRows(on))
                .findFirst();
    }

    /** The index of a partition that stays one goes with its parent's, and can't go alone. */
    private Optional<Merge> childIndex(ObjectId id) {
        Optional<SchemaObject> attachment = from.schema()
                .find(ObjectId.of(ObjectKind.INDEX_ATTACHMENT, id.path().get(0), id.name()));
        return attachment
                .filter(one -> id.equals(from.index(one.id().path()))
                        && partitionOf(one.id()).isEmpty())
                .map(one -> from.index(Relations.parentOf(one)))
                .filter(verdicts::goes)
                .flatMap(parent -> Merge.always(Verb.DROP, parent));
    }
}
