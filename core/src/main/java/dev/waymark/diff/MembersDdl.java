package dev.waymark.diff;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text search configurations with their mappings, and operator families with their loose members. */
final class MembersDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject object, Surroundings schema) {
        return List.of(object.require("definition"));
    }

    @Override
    public List<String> afterwards(SchemaObject object, Surroundings schema) {
        return members(object).stream().map(member -> add(object, member)).toList();
    }

    @Override
    public List<String> drop(SchemaObject object) {
        return List.of("drop " + ObjectNames.full(object.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!from.sameIn("definition", to)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        members(from).stream()
                .filter(member -> !members(to).contains(member))
                .forEach(member -> statements.add(remove(to, member)));
        members(to).stream()
                .filter(member -> !members(from).contains(member))
                .forEach(member -> statements.add(add(to, member)));
        return Optional.of(statements);
    }

    private static boolean isConfiguration(SchemaObject object) {
        return object.id().kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION;
    }

    private static List<String> members(SchemaObject object) {
        return object.list(isConfiguration(object) ? "mappings" : "members");
    }

    private static String add(SchemaObject object, String member) {
        String alter = "alter " + ObjectNames.full(object.id()) + " add ";
        return isConfiguration(object) ? alter + "mapping for " + member.replaceFirst(":", " with") : alter + member;
    }

    private static String remove(SchemaObject object, String member) {
        String alter = "alter " + ObjectNames.full(object.id()) + " drop ";
        if (isConfiguration(object)) {
            return alter + "mapping for " + member.substring(0, member.indexOf(':'));
        }
        int types = member.indexOf('(');
        String number = member.replaceFirst("^((?:operator|function) \\d+).*", "$1");
        return alter + number + " " + member.substring(types, member.indexOf(')', types) + 1);
    }
}
