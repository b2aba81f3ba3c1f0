package dev.waymark.diff;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Whatever the two schemas are, the statements of their diff make the one of the other, and undo it. Shrinking is
 * without a limit, since one that has run out of time goes on behind the next test, on the same stage.
 */
class RandomSchemasIT {

    private static final Grammar GRAMMAR = Grammar.ofDdl();

    private static final Stage STAGE = Stage.open();

    @Property(tries = 40, seed = "7919", shrinking = ShrinkingMode.FULL)
    void editsAreMadeAndUndone(@ForAll("schemas") List<String> schema, @ForAll("edits") List<String> edits) {
        stage();
        walk(Trip.through(STAGE, schema, edits));
    }

    @Property(tries = 15, seed = "7919", shrinking = ShrinkingMode.FULL)
    void anySchemaBecomesAnyOther(@ForAll("schemas") List<String> schema, @ForAll("schemas") List<String> other) {
        stage();
        walk(Trip.between(STAGE, schema, other, STAGE::attempt));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.FULL)
    @Tag("full")
    void manyEditsAreMadeAndUndone(@ForAll("schemas") List<String> schema, @ForAll("edits") List<String> edits) {
        stage();
        walk(Trip.through(STAGE, schema, edits));
    }

    /** On the stage nothing is committed, and some values of enums could not be used before. */
    private static void walk(Trip trip) {
        SchemaDiff diff = trip.diff();
        Assume.that(Stream.concat(diff.up().stream(), diff.down().stream())
                .allMatch(statement -> statement.commit() == DdlStatement.Commit.ANYWHERE));
        trip.check();
    }

    @Provide
    Arbitrary<List<String>> schemas() {
        return Combinators.combine(
                        statements("table-first").list().ofMinSize(3).ofMaxSize(6),
                        statements("create").list().ofMaxSize(35))
                .as((tables, others) ->
                        Stream.concat(tables.stream(), others.stream()).toList());
    }

    @Provide
    Arbitrary<List<String>> edits() {
        return statements("edit").list().ofMinSize(1).ofMaxSize(20);
    }

    private static Arbitrary<String> statements(String rule) {
        return Arbitraries.randomValue(random -> GRAMMAR.text(rule, random));
    }

    /** What the statements of the grammar take for granted. */
    private static void stage() {
        STAGE.clear();
        GRAMMAR.alternatives("setup").forEach(STAGE::attempt);
    }
}
