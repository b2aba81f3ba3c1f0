package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Materialized views. */
final class MaterializedViewDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject view, Surroundings schema) {
        return List.of("create materialized view " + ObjectNames.name(view.id())
                + view.get("access_method")
                        .map(method -> " using " + Identifiers.quoted(method))
                        .orElse("")
                + Parameters.with(view.list("storage"))
                + view.get("tablespace")
                        .map(space -> " tablespace " + Identifiers.quoted(space))
                        .orElse("")
                + " as\n" + Definitions.stable(view)
                + (view.has("unpopulated") ? "\nwith no data" : ""));
    }

    @Override
    public List<String> drop(SchemaObject view) {
        return List.of("drop materialized view " + ObjectNames.name(view.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("definition", to)) {
            return Optional.empty();
        }
        String alter = "alter materialized view " + ObjectNames.name(to.id());
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("access_method", to)) {
            statements.add(alter + " set access method "
                    + Identifiers.quoted(to.get("access_method").orElse("heap")));
        }
        if (!from.sameIn("tablespace", to)) {
            statements.add(alter + " set tablespace "
                    + Identifiers.quoted(to.get("tablespace").orElse("pg_default")));
        }
        statements.addAll(Parameters.changes(alter, from.list("storage"), to.list("storage")));
        if (!from.sameIn("unpopulated", to)) {
            statements.add("refresh materialized view " + ObjectNames.name(to.id())
                    + (to.has("unpopulated") ? " with no data" : ""));
        }
        return Optional.of(statements);
    }
}
