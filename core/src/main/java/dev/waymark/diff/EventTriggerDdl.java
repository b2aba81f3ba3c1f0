package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Event triggers. */
final class EventTriggerDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject trigger, Surroundings schema) {
        String tags = trigger.list("tags").stream().map(Identifiers::literal).collect(Collectors.joining(", "));
        return List.of("create event trigger " + ObjectNames.name(trigger.id()) + " on " + trigger.require("event")
                + (tags.isEmpty() ? "" : " when tag in (" + tags + ")")
                + " execute function " + trigger.require("function") + "()");
    }

    @Override
    public List<String> afterwards(SchemaObject trigger, Surroundings schema) {
        return trigger.has("enabled") ? List.of(enabled(trigger)) : List.of();
    }

    @Override
    public List<String> drop(SchemaObject trigger) {
        return List.of("drop event trigger " + ObjectNames.name(trigger.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean same = from.sameIn("event", to) && from.sameIn("tags", to) && from.sameIn("function", to);
        if (!same) {
            return Optional.empty();
        }
        return Optional.of(from.sameIn("enabled", to) ? List.of() : List.of(enabled(to)));
    }

    private static String enabled(SchemaObject trigger) {
        String state =
                switch (trigger.get("enabled").orElse("")) {
                    case "disabled" -> " disable";
                    case "replica" -> " enable replica";
                    case "always" -> " enable always";
                    default -> " enable";
                };
        return "alter event trigger " + ObjectNames.name(trigger.id()) + state;
    }
}
