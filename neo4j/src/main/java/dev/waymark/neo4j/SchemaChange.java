package dev.waymark.neo4j;

import java.util.Optional;

/**
 * One constraint or index that differs between two schemas.
 *
 * @param kind what happens to it on the way up
 * @param from what it was; empty if it is created
 * @param to what it becomes; empty if it is dropped
 */
public record SchemaChange(Kind kind, Optional<SchemaElement> from, Optional<SchemaElement> to) {

    /** What happens to a constraint or an index. */
    public enum Kind {
        /** It is made. */
        CREATE,
        /** It is dropped. */
        DROP,
        /** It gets another name: it is dropped and made again, since Neo4j can't rename. */
        RENAME,
        /** It is dropped, and another one takes its name. */
        REPLACE
    }

    static SchemaChange create(SchemaElement to) {
        return new SchemaChange(Kind.CREATE, Optional.empty(), Optional.of(to));
    }

    static SchemaChange drop(SchemaElement from) {
        return new SchemaChange(Kind.DROP, Optional.of(from), Optional.empty());
    }

    static SchemaChange rename(SchemaElement from, SchemaElement to) {
        return new SchemaChange(Kind.RENAME, Optional.of(from), Optional.of(to));
    }

    static SchemaChange replace(SchemaElement from, SchemaElement to) {
        return new SchemaChange(Kind.REPLACE, Optional.of(from), Optional.of(to));
    }

    /** {@return the change as a line or two for people} */
    public String describe() {
        return switch (kind) {
            case CREATE -> "create  " + definition(to);
            case DROP -> "drop    " + definition(from);
            case RENAME -> "rename  '" + name(from) + "' to '" + name(to) + "': " + definition(to);
            case REPLACE -> "replace " + definition(from) + "\n     by " + definition(to);
        };
    }

    private static String definition(Optional<SchemaElement> element) {
        return element.map(SchemaElement::createCypher).orElse("");
    }

    private static String name(Optional<SchemaElement> element) {
        return element.map(SchemaElement::name).orElse("");
    }
}
