package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** A type or a table that makes place for another one of its name and is dropped when nothing needs it any more. */
final class Retirement {

    private Retirement() {}

    /** The statements that give an object another name; a range type has constructors and a multirange type too. */
    static List<String> retire(SchemaObject object) {
        List<String> statements = new ArrayList<>();
        object.list("constructors").forEach(function -> statements.add(rename(function)));
        statements.add(rename(object.id()));
        object.get("multirange")
                .map(name -> new ObjectId(ObjectKind.RANGE, TypeNames.path(name)))
                .ifPresent(id -> statements.add(rename(id)));
        return statements;
    }

    /** A function's name is what stands before its arguments. */
    private static String rename(String function) {
        List<String> path = TypeNames.path(function.substring(0, function.indexOf('(')));
        return "alter function " + function + " rename to "
                + Identifiers.quoted(name(new ObjectId(ObjectKind.FUNCTION, path)));
    }

    private static String rename(ObjectId id) {
        return "alter " + words(id.kind()) + " " + Identifiers.qualified(id.path()) + " rename to "
                + Identifiers.quoted(name(id));
    }

    /** The type under the name that it has until it is dropped. */
    static SchemaObject retired(SchemaObject type) {
        return new SchemaObject(retired(type.id()), 0, type.attributes(), type.lists());
    }

    static ObjectId retired(ObjectId id) {
        List<String> path = new ArrayList<>(id.path());
        path.set(path.size() - 1, name(id));
        return new ObjectId(id.kind(), path);
    }

    /** A name that is still one after PostgreSQL has cut it to 63 bytes. */
    private static String name(ObjectId id) {
        String name = id.name();
        return (name.length() > 50 ? name.substring(0, 50) : name) + "__old";
    }

    private static String words(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> "table";
            case DOMAIN -> "domain";
            case COLLATION -> "collation";
            default -> "type";
        };
    }
}
