package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of the way that becomes one revision.
 *
 * @param before the schema before it
 * @param after the schema after it
 * @param diff what leads from one to the other and back
 */
record Leg(SchemaSnapshot before, SchemaSnapshot after, SchemaDiff diff) {

    static Leg between(SchemaSnapshot before, SchemaSnapshot after) {
        return new Leg(before, after, SchemaDiff.between(before, after));
    }

    /** Whether each direction can be one transaction. */
    boolean isTransactional() {
        return Stream.concat(diff.up().stream(), diff.down().stream())
                .allMatch(statement -> statement.commit() == DdlStatement.Commit.ANYWHERE);
    }

    /** How many statements can share a transaction with the first, or must come before the first that can't. */
    static OptionalInt boundary(List<DdlStatement> statements) {
        return IntStream.range(1, statements.size())
                .filter(at -> statements.get(at).commit() != DdlStatement.Commit.ANYWHERE
                        || statements.get(at - 1).commit() == DdlStatement.Commit.ALONE)
                .findFirst();
    }
}
