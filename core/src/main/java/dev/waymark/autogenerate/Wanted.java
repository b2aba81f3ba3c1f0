package dev.waymark.autogenerate;

import dev.waymark.diff.SchemaDiff;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is wanted of a schema.
 *
 * @param model what the model has
 * @param reach what it can say
 * @param scope what is compared
 */
record Wanted(SchemaSnapshot model, Reach reach, Scope scope) {

    /** Whether it says all. */
    boolean isWhole() {
        return reach == Reach.WHOLE && scope.isOfModel();
    }

    /** What a schema should become. */
    SchemaSnapshot of(SchemaSnapshot is) {
        return Overlay.of(is, model, reach, scope);
    }

    /**
     * What leads a schema there, and back. Partitions that are out of scope are left out on both sides: what is done to
     * a partitioned table, PostgreSQL does to its partitions.
     */
    SchemaDiff diff(SchemaSnapshot is) {
        SchemaSnapshot should = of(is);
        Set<List<String>> partitions = isWhole() ? Set.of() : partitions(is);
        return partitions.isEmpty()
                ? SchemaDiff.between(is, should)
                : SchemaDiff.between(without(partitions, is), without(partitions, should));
    }

    private Set<List<String>> partitions(SchemaSnapshot is) {
        return is.objects(ObjectKind.PARTITION).stream()
                .filter(one -> !scope.rule(one, is).orElse(reach == Reach.WHOLE))
                .map(one -> one.id().path())
                .collect(Collectors.toSet());
    }

    /** A table whose partitions are left out is one like others, so that what is done to it is passed on to them. */
    private static SchemaSnapshot without(Set<List<String>> tables, SchemaSnapshot schema) {
        SchemaSnapshot filtered = schema.filter(id -> !isPartOf(tables, id, schema));
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(filtered.objects());
        schema.objects(ObjectKind.PARTITION).stream()
                .filter(one -> tables.contains(one.id().path()))
                .map(one -> ObjectId.of(ObjectKind.TABLE, one.require("parent_schema"), one.require("parent")))
                .forEach(parent -> objects.computeIfPresent(parent, (id, table) -> plain(table)));
        return new SchemaSnapshot(schema.user(), objects, filtered.dependencies(), schema.unmodelled());
    }

    private static SchemaObject plain(SchemaObject table) {
        SortedMap<String, String> attributes = new TreeMap<>(table.attributes());
        attributes.remove("partition_key");
        return new SchemaObject(table.id(), table.position(), attributes, table.lists());
    }

    private static boolean isPartOf(Set<List<String>> tables, ObjectId id, SchemaSnapshot schema) {
        SchemaObject object = schema.find(id).orElseThrow();
        return (id.kind() == ObjectKind.TABLE && tables.contains(id.path()))
                || Lineage.wholeOf(object, schema).filter(tables::contains).isPresent();
    }
}
