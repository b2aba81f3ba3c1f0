package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.List;

/** How objects are named in {@code COMMENT ON}, {@code DROP}, {@code ALTER} and {@code GRANT}. */
final class ObjectNames {

    private ObjectNames() {}

    /** The name alone, as in {@code public.f(integer)} or {@code c on public.t}. */
    static String name(ObjectId id) {
        List<String> path = id.path();
        return switch (id.kind()) {
            case FUNCTION, PROCEDURE -> first(path, 2) + "(" + path.get(2) + ")";
            case AGGREGATE -> first(path, 2) + "(" + (path.get(2).isEmpty() ? "*" : path.get(2)) + ")";
            case OPERATOR ->
                Identifiers.quoted(path.get(0)) + "." + path.get(1) + " (" + path.get(2) + ", " + path.get(3) + ")";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> first(path, 2) + " using " + Identifiers.quoted(path.get(2));
            case CAST -> "(" + path.get(0) + " as " + path.get(1) + ")";
            case TRANSFORM -> "for " + path.get(0) + " language " + Identifiers.quoted(path.get(1));
            case USER_MAPPING -> "for " + user(path.get(1)) + " server " + Identifiers.quoted(path.get(0));
            case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, TRIGGER, RULE, POLICY ->
                Identifiers.quoted(id.name()) + " on " + first(path, 2);
            case NOT_NULL ->
                Identifiers.quoted(path.get(1) + "_" + path.get(2) + "_not_null") + " on " + first(path, 2);
            case DOMAIN_CHECK -> Identifiers.quoted(id.name()) + " on domain " + first(path, 2);
            default -> Identifiers.qualified(path);
        };
    }

    private static String user(String user) {
        return user.equals("public") ? "public" : Identifiers.quoted(user);
    }

    private static String first(List<String> path, int count) {
        return Identifiers.qualified(path.subList(0, count));
    }

    /** The name with the words for its kind before it, as in {@code function public.f(integer)}. */
    static String full(ObjectId id) {
        return words(id.kind()) + " " + name(id);
    }

    private static String words(ObjectKind kind) {
        return switch (kind) {
            case ENUM, COMPOSITE_TYPE, RANGE -> "type";
            case PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, DOMAIN_CHECK, NOT_NULL -> "constraint";
            default -> kind.words();
        };
    }
}
