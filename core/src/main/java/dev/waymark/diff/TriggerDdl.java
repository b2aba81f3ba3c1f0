package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Triggers and rules, and whether they fire. */
final class TriggerDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject trigger, Surroundings schema) {
        return List.of(Definitions.stable(trigger));
    }

    @Override
    public List<String> afterwards(SchemaObject trigger, Surroundings schema) {
        return trigger.has("enabled") ? List.of(enabled(trigger)) : List.of();
    }

    @Override
    public List<String> drop(SchemaObject trigger) {
        return List.of("drop " + ObjectNames.full(trigger.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("definition", to)) {
            return Optional.empty();
        }
        return Optional.of(from.sameIn("enabled", to) ? List.of() : List.of(enabled(to)));
    }

    private static String enabled(SchemaObject trigger) {
        String state =
                switch (trigger.get("enabled").orElse("")) {
                    case "disabled" -> "disable";
                    case "replica" -> "enable replica";
                    case "always" -> "enable always";
                    default -> "enable";
                };
        boolean rule = trigger.id().kind() == ObjectKind.RULE;
        return "alter table " + Identifiers.qualified(trigger.id().path().subList(0, 2)) + " " + state
                + (rule ? " rule " : " trigger ")
                + Identifiers.quoted(trigger.id().name());
    }
}
