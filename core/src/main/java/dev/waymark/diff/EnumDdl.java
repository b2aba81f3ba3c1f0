package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Enums. Values can be added in place; to remove or reorder them the type is made again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class EnumDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject type, Surroundings schema) {
        String values = type.list("values").stream().map(Identifiers::literal).collect(Collectors.joining(", "));
        return List.of("create type " + ObjectNames.name(type.id()) + " as enum (" + values + ")");
    }

    @Override
    public List<String> drop(SchemaObject type) {
        return List.of("drop type " + ObjectNames.name(type.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        List<String> before = from.list("values");
        List<String> after = to.list("values");
        if (!after.stream().filter(before::contains).toList().equals(before)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            if (!before.contains(after.get(at))) {
                statements.add("alter type " + ObjectNames.name(to.id()) + " add value "
                        + Identifiers.literal(after.get(at)) + place(before, after, at));
            }
        }
        return Optional.of(statements);
    }

    /** After the value before it, which is there by then; a value at the end needs no word. */
    private static String place(List<String> before, List<String> after, int at) {
        boolean last = after.subList(at, after.size()).stream().noneMatch(before::contains);
        if (last) {
            return "";
        }
        return at == 0
                ? " before " + Identifiers.literal(before.get(0))
                : " after " + Identifiers.literal(after.get(at - 1));
    }
}
