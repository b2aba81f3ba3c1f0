package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What ties a partition to its table. */
final class PartitionHazards {

    private PartitionHazards() {}

    static List<Hazard> of(Case one) {
        boolean attaches = one.statement().sql().contains(" attach partition ")
                && one.becomes().isPresent();
        if (attaches) {
            return attached(one);
        }
        boolean detaches = one.is(ChangeKind.DROP) && one.after().objects().containsKey(tableOf(one));
        return detaches
                ? List.of(new Hazard(
                        HazardKind.BREAKS_RUNNING_CODE,
                        "Whoever reads %s no longer sees the rows of %s."
                                .formatted(parent(one.was().orElseThrow()), Identifiers.qualified(one.relation())),
                        "let the code stop reading them first. From PostgreSQL 14 on, 'detach partition ... concurrently'"
                                + " in a revision with transactional = false lets others work meanwhile, unless there is a"
                                + " default partition."))
                : List.of();
    }

    private static ObjectId tableOf(Case one) {
        return new ObjectId(ObjectKind.TABLE, one.relation());
    }

    private static List<Hazard> attached(Case one) {
        List<Hazard> hazards = new ArrayList<>();
        SchemaObject partition = one.becomes().orElseThrow();
        if (!one.isNew()) {
            hazards.add(scan(
                    Identifiers.qualified(one.relation()),
                    "give it a valid check constraint of the same condition first, and the indexes of the parent."));
        }
        defaultPartition(one, partition)
                .ifPresent(other -> hazards.add(scan(
                        Identifiers.qualified(other.id().path()),
                        "give this default partition a valid check constraint first that excludes the new rows.")));
        return hazards;
    }

    private static Hazard scan(String table, String safer) {
        return new Hazard(
                HazardKind.SCANS_UNDER_LOCK,
                "Every row of table %s is read while nobody can use it, unless a check constraint tells what is in it."
                        .formatted(table),
                safer);
    }

    /** The partition that has held what belongs into the new one. */
    private static Optional<SchemaObject> defaultPartition(Case one, SchemaObject partition) {
        return one.before().objects(ObjectKind.PARTITION).stream()
                .filter(other -> !other.id().equals(partition.id()))
                .filter(other -> other.require("bound").equals("DEFAULT"))
                .filter(other -> Objects.equals(parent(other), parent(partition))
                        && !one.isNew(other.id().path()))
                .findFirst();
    }

    private static String parent(SchemaObject partition) {
        return Identifiers.qualified(List.of(partition.require("parent_schema"), partition.require("parent")));
    }
}
