package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Policies of row security. */
final class PolicyDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject policy, Surroundings schema) {
        return List.of("create policy " + ObjectNames.name(policy.id())
                + (policy.has("restrictive") ? " as restrictive" : "")
                + (policy.require("command").equals("all") ? "" : " for " + policy.require("command"))
                + body(policy));
    }

    private static String body(SchemaObject policy) {
        return " to " + String.join(", ", policy.list("roles"))
                + policy.get("using")
                        .map(test -> " using (" + Definitions.stable(test) + ")")
                        .orElse("")
                + policy.get("check")
                        .map(test -> " with check (" + Definitions.stable(test) + ")")
                        .orElse("");
    }

    @Override
    public List<String> drop(SchemaObject policy) {
        return List.of("drop policy " + ObjectNames.name(policy.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean replaced = !from.sameIn("command", to)
                || !from.sameIn("restrictive", to)
                || (from.has("using") && !to.has("using"))
                || (from.has("check") && !to.has("check"));
        boolean same = from.sameIn("roles", to) && from.sameIn("using", to) && from.sameIn("check", to);
        if (replaced) {
            return Optional.empty();
        }
        return Optional.of(same ? List.of() : List.of("alter policy " + ObjectNames.name(to.id()) + body(to)));
    }
}
