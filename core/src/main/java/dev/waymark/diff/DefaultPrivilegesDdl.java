package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The privileges that new objects get. */
final class DefaultPrivilegesDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject privileges, Surroundings schema) {
        return changes(privileges, List.of(), privileges.list("privileges"));
    }

    @Override
    public List<String> drop(SchemaObject privileges) {
        return changes(privileges, privileges.list("privileges"), List.of());
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        return Optional.of(changes(to, from.list("privileges"), to.list("privileges")));
    }

    private static List<String> changes(SchemaObject privileges, List<String> from, List<String> to) {
        List<String> path = privileges.id().path();
        String alter = "alter default privileges for role " + Identifiers.quoted(path.get(0))
                + (path.get(1).isEmpty() ? "" : " in schema " + Identifiers.quoted(path.get(1))) + " ";
        return Privileges.statements(from, to, " on " + path.get(2)).stream()
                .map(one -> alter + one)
                .toList();
    }
}
