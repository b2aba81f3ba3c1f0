package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A type or a table that makes place for another one of its name and is dropped when nothing needs it any more. */
final class Retirement {

    private static final String SUFFIX = "__waymark_old";

    private static final int MOST_BYTES = 63 - SUFFIX.length();

    private Retirement() {}

    /**
     * The statements that make place: the sequences of identity columns go along with their table, the constructors and
     * the multirange type with a range type.
     */
    static List<String> retire(SchemaObject object, SchemaSnapshot schema) {
        ObjectId id = object.id();
        if (id.kind() == ObjectKind.COLUMN) {
            return List.of(Identity.renamed(object, Retirement::name));
        }
        List<String> statements = new ArrayList<>();
        object.list("constructors").forEach(function -> statements.add(rename(function)));
        statements.add(rename(id));
        object.get("multirange")
                .map(name -> new ObjectId(ObjectKind.RANGE, TypeNames.path(name)))
                .ifPresent(multirange -> statements.add(rename(multirange)));
        if (id.kind() == ObjectKind.TABLE) {
            ViewDdl.columns(id, schema).stream()
                    .filter(column -> column.has("identity"))
                    .forEach(column -> statements.add(Identity.renamed(column, Retirement::name)));
        }
        return statements;
    }

    /** A function's name is what stands before its arguments. */
    private static String rename(String function) {
        List<String> path = TypeNames.path(function.substring(0, function.indexOf('(')));
        return "alter function " + function + " rename to " + Identifiers.quoted(name(path.get(path.size() - 1)));
    }

    private static String rename(ObjectId id) {
        return "alter " + words(id.kind()) + " " + Identifiers.qualified(id.path()) + " rename to "
                + Identifiers.quoted(name(id.name()));
    }

    /** The type under the name that it has until it is dropped. */
    static SchemaObject retired(SchemaObject type) {
        return new SchemaObject(retired(type.id()), 0, type.attributes(), type.lists());
    }

    static ObjectId retired(ObjectId id) {
        if (id.kind() == ObjectKind.COLUMN) {
            return id;
        }
        List<String> path = new ArrayList<>(id.path());
        path.set(path.size() - 1, name(id.name()));
        return new ObjectId(id.kind(), path);
    }

    /** A name that is still one after PostgreSQL has cut it to 63 bytes, and that nobody else will have chosen. */
    static String name(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + SUFFIX;
    }

    private static String words(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> "table";
            case SEQUENCE -> "sequence";
            case DOMAIN -> "domain";
            case COLLATION -> "collation";
            default -> "type";
        };
    }
}
