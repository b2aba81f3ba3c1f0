package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Publications, and what belongs to them. */
final class PublicationDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject publication, Surroundings schema) {
        List<String> options = new ArrayList<>();
        if (!publication.list("publish").isEmpty()) {
            options.add(publish(publication));
        }
        publication.get("via_root").ifPresent(root -> options.add("publish_via_partition_root = true"));
        publication.get("generated_columns").ifPresent(mode -> options.add("publish_generated_columns = " + mode));
        return List.of("create publication " + ObjectNames.name(publication.id())
                + (publication.has("all_tables") ? " for all tables" : "")
                + (options.isEmpty() ? "" : " with (" + String.join(", ", options) + ")"));
    }

    private static String publish(SchemaObject publication) {
        List<String> actions = publication.list("publish");
        return "publish = "
                + Identifiers.literal(
                        actions.isEmpty() ? "insert, update, delete, truncate" : String.join(", ", actions));
    }

    @Override
    public List<String> drop(SchemaObject publication) {
        return List.of("drop publication " + ObjectNames.name(publication.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("all_tables", to)) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>();
        if (!from.sameIn("publish", to)) {
            options.add(publish(to));
        }
        if (!from.sameIn("via_root", to)) {
            options.add("publish_via_partition_root = " + to.has("via_root"));
        }
        if (!from.sameIn("generated_columns", to)) {
            options.add(
                    "publish_generated_columns = " + to.get("generated_columns").orElse("none"));
        }
        return Optional.of(
                options.isEmpty()
                        ? List.of()
                        : List.of("alter publication " + ObjectNames.name(to.id()) + " set ("
                                + String.join(", ", options) + ")"));
    }

    /** Tables and schemas in publications. */
    static final class Member implements KindDdl {

        @Override
        public List<String> create(SchemaObject member, Surroundings schema) {
            return List.of(publication(member) + " add " + member(member)
                    + (member.list("columns").isEmpty()
                            ? ""
                            : member.list("columns").stream()
                                    .map(Identifiers::quoted)
                                    .collect(Collectors.joining(", ", " (", ")")))
                    + member.get("where").map(test -> " where (" + test + ")").orElse(""));
        }

        @Override
        public List<String> drop(SchemaObject member) {
            return List.of(publication(member) + " drop " + member(member));
        }

        @Override
        public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
            return Optional.empty();
        }

        private static String publication(SchemaObject member) {
            return "alter publication " + Identifiers.quoted(member.id().path().get(0));
        }

        private static String member(SchemaObject member) {
            List<String> path = member.id().path();
            return (path.size() == 2 ? "tables in schema " : "table ")
                    + Identifiers.qualified(path.subList(1, path.size()));
        }
    }
}
