package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.List;

/** Indexes, and constraints that are kept by one. */
final class IndexHazards {

    private IndexHazards() {}

    static List<Hazard> of(Case one) {
        SchemaObject index = one.becomes().or(one::was).orElseThrow();
        List<String> table =
                List.of(index.get("table_schema").orElse(index.id().path().get(0)), index.require("table"));
        boolean view = one.before().objects().containsKey(new ObjectId(ObjectKind.MATERIALIZED_VIEW, table));
        if (one.isNew(table) || one.isPartitioned(table) || view) {
            return List.of();
        }
        String name = "table " + Identifiers.qualified(table);
        if (one.statement().sql().startsWith("CREATE ")) {
            return List.of(built(one, name));
        }
        return one.statement().sql().startsWith("drop index ") && one.is(ChangeKind.DROP)
                ? List.of(dropped(one, name))
                : moved(one);
    }

    private static Hazard built(Case one, String table) {
        String meanwhile = one.is(ChangeKind.REPLACE) ? " Until then nobody has the old one." : "";
        return new Hazard(
                HazardKind.BLOCKS_WRITES,
                "Nobody can write to %s while the index is built.%s".formatted(table, meanwhile),
                "create it 'concurrently', in a revision of its own with transactional = false.");
    }

    private static Hazard dropped(Case one, String table) {
        return new Hazard(
                HazardKind.BLOCKS_READS,
                "It waits for every query of %s, and whoever comes later waits behind it.".formatted(table),
                "drop %s 'concurrently', in a revision of its own with transactional = false.".formatted(one.object()));
    }

    /** Primary keys, unique and exclusion constraints. */
    static List<Hazard> ofConstraint(Case one) {
        boolean built = one.does("add constraint ") && !one.isPartitioned(one.relation());
        if (one.isNew()) {
            return List.of();
        }
        return built ? List.of(constraint(one)) : moved(one);
    }

    private static Hazard constraint(Case one) {
        return new Hazard(
                HazardKind.SCANS_UNDER_LOCK,
                "An index is built over every row of %s while nobody can use it.".formatted(one.relationInWords()),
                one.kind() == ObjectKind.EXCLUSION
                        ? "there is no way to build it meanwhile: do it while nobody needs the table."
                        : ("create a unique index concurrently, in a revision of its own with transactional = false,"
                                        + " and here 'add constraint ... %s using index'.")
                                .formatted(one.kind() == ObjectKind.UNIQUE ? "unique" : "primary key"));
    }

    private static List<Hazard> moved(Case one) {
        List<String> path = one.object().path();
        String index = Identifiers.qualified(List.of(path.get(0), one.object().name()));
        return one.statement().sql().startsWith("alter index " + index + " set tablespace ")
                        && one.was().isPresent()
                ? List.of(
                        new Hazard(
                                HazardKind.REWRITES,
                                "The whole index is copied while nobody can use it.",
                                "'reindex (concurrently, tablespace ...)' does the same from PostgreSQL 14 on and blocks nobody."))
                : List.of();
    }
}
