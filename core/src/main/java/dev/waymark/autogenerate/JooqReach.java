package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model of jOOQ can say. It knows tables with their columns, defaults, keys, checks and plain indexes; enums
 * only by the columns that have them; domains and sequences where it has a schema wholly.
 *
 * @param schemas the schemas that it has wholly: what it does not have there is not wanted
 */
record JooqReach(Set<String> schemas) implements Reach {

    @Override
    public boolean says(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model) {
        return switch (object.id().kind()) {
            case DOMAIN_CHECK -> schema.find(object.id()).isPresent() || !isIn(schema, object);
            case NOT_NULL ->
                schema.find(object.id()).isPresent()
                        || !(isOfDomain(object, "not_null", schema) || JooqColumn.isSerial(object.id(), schema));
            case DEFAULT -> schema.find(object.id()).isPresent() || !isOfDomain(object, "default", schema);
            default -> true;
        };
    }

    /** The generator gives the default of a domain, and that it may not be null, to its columns. */
    private static boolean isOfDomain(SchemaObject part, String attribute, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.COLUMN, part.id().path()))
                .flatMap(column -> JooqColumn.domain(column.require("type"), schema))
                .filter(domain -> domain.has(attribute))
                .isPresent();
    }

    /** Whether a domain has a check under another name: the generator knows none. */
    private static boolean isIn(SchemaSnapshot schema, SchemaObject check) {
        return schema.objects(ObjectKind.DOMAIN_CHECK, check.id().path().subList(0, 2)).stream()
                .anyMatch(one -> KeyText.saysTheSame(one, check));
    }

    @Override
    public boolean speaksOf(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model) {
        List<String> path = object.id().path();
        return switch (object.id().kind()) {
            case TABLE -> speaksOfTable(path, schema, model);
            case COLUMN, DEFAULT, NOT_NULL, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, INDEX ->
                Lineage.wholeOf(object, schema)
                        .filter(table -> has(table, schema))
                        .map(table -> has(table, model)
                                ? speaksOfPart(object, schema, model)
                                : speaksOfTable(table, schema, model))
                        .orElse(false);
            case DOMAIN -> schemas.contains(path.get(0));
            case DOMAIN_CHECK -> schemas.contains(path.get(0)) && !isIn(model, object);
            case SEQUENCE -> schemas.contains(path.get(0)) && !isOfColumn(object.id(), schema);
            default -> false;
        };
    }

    /** The generator leaves out the sequences that columns take their values from. */
    private static boolean isOfColumn(ObjectId sequence, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.SEQUENCE_OWNER, sequence.path()))
                        .isPresent()
                || schema.objects(ObjectKind.DEFAULT).stream()
                        .anyMatch(value -> schema.dependencies(value.id()).contains(sequence));
    }

    private static boolean has(List<String> table, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.TABLE, table)).isPresent();
    }

    /** A partition is part of the table that it is a partition of. */
    private boolean speaksOfTable(List<String> table, SchemaSnapshot schema, SchemaSnapshot model) {
        List<String> root = table;
        Optional<SchemaObject> partition = schema.find(new ObjectId(ObjectKind.PARTITION, root));
        while (partition.isPresent()) {
            root = List.of(
                    partition.get().require("parent_schema"), partition.get().require("parent"));
            partition = schema.find(new ObjectId(ObjectKind.PARTITION, root));
        }
        return schemas.contains(root.get(0)) && !has(root, model);
    }

    private static boolean speaksOfPart(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model) {
        if (object.has("inherited")) {
            return false;
        }
        return switch (object.id().kind()) {
            case DEFAULT -> !isOfSerial(object, model);
            case FOREIGN_KEY ->
                schema.dependencies(object.id()).stream()
                        .filter(id -> id.path().size() > 1)
                        .allMatch(id -> has(id.path().subList(0, 2), model));
            case INDEX -> {
                boolean attached = schema.find(new ObjectId(
                                ObjectKind.INDEX_ATTACHMENT, object.id().path()))
                        .isPresent();
                yield !attached && IndexText.of(object.require("definition")).isPlain();
            }
            default -> true;
        };
    }

    /** To jOOQ a serial column is an identity column. */
    private static boolean isOfSerial(SchemaObject value, SchemaSnapshot model) {
        return value.require("expression").startsWith("nextval(")
                && model.find(new ObjectId(ObjectKind.COLUMN, value.id().path()))
                        .filter(column -> column.has("identity"))
                        .isPresent();
    }

    @Override
    public SchemaObject merged(SchemaObject is, SchemaObject model, SchemaSnapshot schema) {
        SortedMap<String, String> attributes = new TreeMap<>(is.attributes());
        SortedMap<String, List<String>> lists = new TreeMap<>(is.lists());
        switch (is.id().kind()) {
            case COLUMN -> JooqColumn.merge(attributes, is, model, schema);
            case DEFAULT -> attributes.put("expression", model.require("expression"));
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, DOMAIN_CHECK, INDEX -> {
                if (!KeyText.saysTheSame(is, model)) {
                    attributes.put("definition", model.require("definition"));
                }
            }
            case ENUM -> lists.put("values", model.list("values"));
            case DOMAIN -> attributes.put("type", model.require("type"));
            case SEQUENCE -> mergeSequence(attributes, model);
            default -> {
                // that it is there is all that the model says, but for its comment
            }
        }
        model.get("comment").ifPresent(comment -> attributes.put("comment", comment));
        return new SchemaObject(is.id(), is.position(), attributes, lists);
    }

    /** The generator does not know how many values are cached. */
    private static void mergeSequence(SortedMap<String, String> attributes, SchemaObject model) {
        for (String name : List.of("type", "start", "increment", "minimum", "maximum", "cycle")) {
            attributes.remove(name);
            model.get(name).ifPresent(value -> attributes.put(name, value));
        }
        model.get("cache").filter(cache -> !cache.equals("1")).ifPresent(cache -> attributes.put("cache", cache));
    }
}
