package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Domains; their checks are objects of their own. */
final class DomainDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject domain, Surroundings schema) {
        return List.of("create domain " + ObjectNames.name(domain.id()) + " as " + domain.require("type")
                + domain.get("collation").map(name -> " collate " + name).orElse("")
                + domain.get("default").map(value -> " default " + value).orElse("")
                + domain.get("not_null_name")
                        .map(name -> " constraint " + Identifiers.quoted(name))
                        .orElse("")
                + (domain.has("not_null") ? " not null" : ""));
    }

    @Override
    public List<String> drop(SchemaObject domain) {
        return List.of("drop domain " + ObjectNames.name(domain.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("type", to) || !from.sameIn("collation", to)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        String alter = "alter domain " + ObjectNames.name(to.id());
        if (!from.sameIn("default", to)) {
            statements.add(alter
                    + to.get("default").map(value -> " set default " + value).orElse(" drop default"));
        }
        if (!from.sameIn("not_null", to)) {
            statements.add(alter + (to.has("not_null") ? notNull(to) : " drop not null"));
        } else if (!from.sameIn("not_null_name", to)) {
            statements.add(alter + " rename constraint " + notNullName(from) + " to " + notNullName(to));
        }
        return Optional.of(statements);
    }

    private static String notNull(SchemaObject domain) {
        return domain.has("not_null_name") ? " add constraint " + notNullName(domain) + " not null" : " set not null";
    }

    private static String notNullName(SchemaObject domain) {
        return Identifiers.quoted(domain.get("not_null_name").orElse(domain.id().name() + "_not_null"));
    }

    /** The checks of domains. */
    static final class Check implements KindDdl {

        @Override
        public List<String> create(SchemaObject check, Surroundings schema) {
            return List.of(domain(check) + " add constraint " + name(check) + " " + Definitions.stable(check));
        }

        @Override
        public List<String> drop(SchemaObject check) {
            return List.of(domain(check) + " drop constraint " + name(check));
        }

        @Override
        public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
            if (from.sameIn("definition", to)) {
                return Optional.of(List.of());
            }
            boolean validated = from.require("definition").equals(to.require("definition") + " NOT VALID");
            return validated ? Optional.of(List.of(domain(to) + " validate constraint " + name(to))) : Optional.empty();
        }

        private static String domain(SchemaObject check) {
            return "alter domain " + Identifiers.qualified(check.id().path().subList(0, 2));
        }

        private static String name(SchemaObject check) {
            return Identifiers.quoted(check.id().name());
        }
    }
}
