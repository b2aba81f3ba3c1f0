package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That an object, or a value of an enum, is the one that was there under another name.
 *
 * @param object the object under its old name; for a value of an enum the enum
 * @param value the old value, without quotes; empty if the object itself is renamed
 * @param to the new name or value, without quotes
 */
public record Rename(ObjectId object, Optional<String> value, String to) {

    /**
     * {@return the rename of an object}
     *
     * @param object the object under its old name
     * @param to its new name, without quotes
     */
    public static Rename of(ObjectId object, String to) {
        return new Rename(object, Optional.empty(), to);
    }

    /**
     * {@return the rename of a value of an enum}
     *
     * @param type the enum
     * @param value the old value
     * @param to the new value
     */
    public static Rename ofValue(ObjectId type, String value, String to) {
        return new Rename(type, Optional.of(value), to);
    }

    /** {@return the object under its new name; for a value of an enum the enum} */
    public ObjectId renamed() {
        return value.isPresent() ? object : named(object, to);
    }

    /** {@return the way back} */
    public Rename reversed() {
        return value.map(old -> new Rename(object, Optional.of(to), old))
                .orElseGet(() ->
                        new Rename(renamed(), Optional.empty(), object.path().get(nameAt(object.kind()))));
    }

    /** {@return the statement that does it} */
    public DdlStatement statement() {
        return new DdlStatement(sql(), object, ChangeKind.RENAME, DdlStatement.Commit.ANYWHERE);
    }

    private String sql() {
        String name = Identifiers.quoted(to);
        if (value.isPresent()) {
            return "alter type %s rename value %s to %s"
                    .formatted(
                            Identifiers.qualified(object.path()),
                            Identifiers.literal(value.get()),
                            Identifiers.literal(to));
        }
        List<String> path = object.path();
        String table = path.size() > 1 ? Identifiers.qualified(path.subList(0, 2)) : "";
        String last = Identifiers.quoted(object.name());
        return switch (object.kind()) {
            case COLUMN -> "alter table %s rename column %s to %s".formatted(table, last, name);
            case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY ->
                "alter table %s rename constraint %s to %s".formatted(table, last, name);
            case TRIGGER, POLICY, RULE ->
                "alter %s %s on %s rename to %s".formatted(object.kind().words(), last, table, name);
            case FUNCTION, PROCEDURE ->
                "alter %s %s(%s) rename to %s".formatted(object.kind().words(), table, object.name(), name);
            case DOMAIN_CHECK -> "alter domain %s rename constraint %s to %s".formatted(table, last, name);
            case ENUM, COMPOSITE_TYPE, RANGE -> "alter type %s rename to %s".formatted(table, name);
            default -> "alter %s %s rename to %s".formatted(object.kind().words(), Identifiers.qualified(path), name);
        };
    }

    private static ObjectId named(ObjectId id, String name) {
        List<String> path = new ArrayList<>(id.path());
        path.set(nameAt(id.kind()), name);
        return new ObjectId(id.kind(), path);
    }

    /** Where in its path an object's own name stands. */
    private static int nameAt(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> 0;
            case COLUMN, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, TRIGGER, POLICY, RULE, DOMAIN_CHECK -> 2;
            default -> 1;
        };
    }
}
