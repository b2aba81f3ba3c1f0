package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Subscriptions. They are made without a connection, and what they have at the publisher is left alone. */
final class SubscriptionDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject subscription, Surroundings schema) {
        List<String> options = new ArrayList<>(List.of("connect = false"));
        subscription.list("options").forEach(option -> options.add(setting(option)));
        return List.of("create subscription " + ObjectNames.name(subscription.id()) + " connection "
                + Identifiers.literal(subscription.require("connection")) + " publication "
                + publications(subscription) + " with (" + String.join(", ", options) + ")");
    }

    private static String publications(SchemaObject subscription) {
        return subscription.list("publications").stream()
                .map(Identifiers::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String setting(String option) {
        int at = option.indexOf('=');
        return option.substring(0, at) + " = " + Identifiers.literal(option.substring(at + 1));
    }

    @Override
    public List<String> afterwards(SchemaObject subscription, Surroundings schema) {
        return subscription.has("disabled")
                ? List.of()
                : List.of("alter subscription " + ObjectNames.name(subscription.id()) + " enable");
    }

    @Override
    public List<String> drop(SchemaObject subscription) {
        String alter = "alter subscription " + ObjectNames.name(subscription.id());
        return List.of(
                alter + " disable",
                alter + " set (slot_name = none)",
                "drop subscription " + ObjectNames.name(subscription.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("options", to)) {
            return Optional.empty();
        }
        String alter = "alter subscription " + ObjectNames.name(to.id());
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("connection", to)) {
            statements.add(alter + " connection " + Identifiers.literal(to.require("connection")));
        }
        if (!from.sameIn("publications", to)) {
            statements.add(alter + " set publication " + publications(to) + " with (refresh = false)");
        }
        if (!from.sameIn("disabled", to)) {
            statements.add(alter + (to.has("disabled") ? " disable" : " enable"));
        }
        return Optional.of(statements);
    }
}
