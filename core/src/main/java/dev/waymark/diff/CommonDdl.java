package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all kinds of objects have alike: owners, privileges, comments, and the extensions they were declared to need.
 */
final class CommonDdl {

    private static final Set<ObjectKind> ON_TABLE =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);

    private CommonDdl() {}

    /** The statements that follow the creation of an object. */
    static List<String> created(SchemaObject object, Surroundings schema) {
        SchemaObject plain = new SchemaObject(object.id(), 0, new TreeMap<>(), Collections.emptySortedMap());
        List<String> statements = new ArrayList<>();
        object.get("owner")
                .filter(owner -> !owner.equals(schema.to().user()) && !owned(object, schema))
                .ifPresent(owner -> statements.add(owner(object, owner)));
        if (object.id().kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            List<String> given = InitialPrivileges.of(object.id(), schema);
            statements.addAll(
                    privileges(Privileges.underOwner(given, schema.to().user(), object.get("owner")), object));
        }
        statements.addAll(rest(plain, object));
        statements.addAll(IdentitySequence.changes(plain, object, schema));
        return statements;
    }

    /** The statements that lead from one state of an object to another. */
    static List<String> altered(SchemaObject from, SchemaObject to, Surroundings schema) {
        List<String> statements = new ArrayList<>();
        to.get("owner")
                .filter(owner -> !from.sameIn("owner", to) && !owned(to, schema))
                .ifPresent(owner -> statements.add(owner(to, owner)));
        if (to.id().kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            List<String> given = Privileges.underOwner(
                    from.list("privileges"),
                    from.get("owner").orElse(schema.to().user()),
                    to.get("owner"));
            statements.addAll(privileges(given, to));
        }
        statements.addAll(rest(from, to));
        statements.addAll(IdentitySequence.changes(from, to, schema));
        return statements;
    }

    /** The owner of a sequence that belongs to a column is that of the table. */
    private static boolean owned(SchemaObject object, Surroundings schema) {
        return object.id().kind() == ObjectKind.SEQUENCE
                && schema.from()
                        .objects()
                        .containsKey(new ObjectId(
                                ObjectKind.SEQUENCE_OWNER, object.id().path()));
    }

    private static String owner(SchemaObject object, String owner) {
        return "alter " + ObjectNames.full(object.id()) + " owner to " + Identifiers.quoted(owner);
    }

    private static List<String> rest(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        if (!from.sameIn("comment", to)) {
            statements.add(comment(target(to), to.get("comment")));
        }
        if (!from.sameIn("index_comment", to)) {
            String index = "index "
                    + Identifiers.qualified(
                            List.of(to.id().path().get(0), to.id().name()));
            statements.add(comment(index, to.get("index_comment")));
        }
        extensions(from, to, statements);
        return statements;
    }

    private static String target(SchemaObject object) {
        return object.id().kind() == ObjectKind.NOT_NULL
                ? "constraint " + Identifiers.quoted(NotNullDdl.name(object)) + " on "
                        + Identifiers.qualified(object.id().path().subList(0, 2))
                : ObjectNames.full(object.id());
    }

    static String comment(String object, Optional<String> comment) {
        return "comment on " + object + " is "
                + comment.map(Identifiers::literal).orElse("null");
    }

    private static void extensions(SchemaObject from, SchemaObject to, List<String> statements) {
        String alter = "alter " + ObjectNames.full(to.id());
        to.list("extensions").stream()
                .filter(one -> !from.list("extensions").contains(one))
                .forEach(one -> statements.add(alter + " depends on extension " + Identifiers.quoted(one)));
        from.list("extensions").stream()
                .filter(one -> !to.list("extensions").contains(one))
                .forEach(one -> statements.add(alter + " no depends on extension " + Identifiers.quoted(one)));
    }

    private static List<String> privileges(List<String> from, SchemaObject to) {
        String on = privilegeTarget(to.id());
        return Privileges.statements(from, to.list("privileges"), column(to.id()) + " on " + on);
    }

    private static String column(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN ? " (" + Identifiers.quoted(id.name()) + ")" : "";
    }

    private static String privilegeTarget(ObjectId id) {
        ObjectKind kind = id.kind();
        if (kind == ObjectKind.COLUMN) {
            return "table " + Identifiers.qualified(id.path().subList(0, 2));
        }
        if (ON_TABLE.contains(kind)) {
            return "table " + ObjectNames.name(id);
        }
        return switch (kind) {
            case DOMAIN -> "type " + ObjectNames.name(id);
            case AGGREGATE ->
                "function "
                        + ObjectNames.name(id)
                                .replace("(*)", "()")
                                .replace("(ORDER BY ", "(")
                                .replace(" ORDER BY ", ", ")
                                .replace("VARIADIC \"any\", VARIADIC", "VARIADIC");
            case SERVER -> "foreign server " + ObjectNames.name(id);
            default -> ObjectNames.full(id);
        };
    }
}
