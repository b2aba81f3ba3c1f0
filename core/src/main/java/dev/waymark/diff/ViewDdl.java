package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Views. One can be replaced in place as long as its columns stay, and others come behind them. */
final class ViewDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject view, Surroundings schema) {
        return List.of("create view " + body(view));
    }

    private static String body(SchemaObject view) {
        return ObjectNames.name(view.id()) + Parameters.with(view.list("options")) + " as\n" + Definitions.stable(view);
    }

    @Override
    public List<String> drop(SchemaObject view) {
        return List.of("drop view " + ObjectNames.name(view.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (from.sameIn("definition", to)) {
            return Optional.of(Parameters.changes(
                    "alter view " + ObjectNames.name(to.id()), from.list("options"), to.list("options")));
        }
        List<String> before = columns(from, schema.from());
        List<String> after = columns(to, schema.to());
        boolean prefix =
                before.size() <= after.size() && after.subList(0, before.size()).equals(before);
        return prefix ? Optional.of(List.of("create or replace view " + body(to))) : Optional.empty();
    }

    /** Whether a relation has the same columns, in the same order, before and after. */
    static boolean sameColumns(SchemaObject from, SchemaObject to, Surroundings schema) {
        return columns(from, schema.from()).equals(columns(to, schema.to()));
    }

    private static List<String> columns(SchemaObject view, SchemaSnapshot schema) {
        return columns(view.id(), schema).stream()
                .map(column -> column.id().name() + " " + column.require("type") + " "
                        + column.get("collation").orElse(""))
                .toList();
    }

    /** The columns of a relation in their order. */
    static List<SchemaObject> columns(ObjectId relation, SchemaSnapshot schema) {
        return schema.objects(ObjectKind.COLUMN, relation.path()).stream()
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .toList();
    }
}
