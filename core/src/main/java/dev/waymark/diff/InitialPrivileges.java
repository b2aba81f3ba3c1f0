package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The privileges that an object has when it has just been made.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class InitialPrivileges {

    private InitialPrivileges() {}

    /**
     * As far as they differ from PostgreSQL's own; the default privileges of the schema before are in force until the
     * end.
     */
    static List<String> of(ObjectId id, Surroundings schema) {
        String objects = objects(id.kind());
        if (objects.isEmpty()) {
            return List.of();
        }
        String user = schema.to().user();
        List<String> privileges = new ArrayList<>(list(schema.from(), user, "", objects));
        if (id.kind() != ObjectKind.SCHEMA) {
            privileges.addAll(list(schema.from(), user, id.path().get(0), objects));
        }
        return privileges.stream().distinct().toList();
    }

    private static List<String> list(SchemaSnapshot schema, String user, String in, String objects) {
        return schema.find(ObjectId.of(ObjectKind.DEFAULT_PRIVILEGES, user, in, objects))
                .map(one -> one.list("privileges"))
                .orElse(List.of());
    }

    private static String objects(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "tables";
            case SEQUENCE -> "sequences";
            case FUNCTION, PROCEDURE, AGGREGATE -> "functions";
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE -> "types";
            case SCHEMA -> "schemas";
            default -> "";
        };
    }
}
