package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The way from one schema to another on a stage, and back.
 *
 * @param stage where it is gone
 * @param before the schema where it begins
 * @param after the schema where it leads to
 * @param linesBefore the same as {@code before}, by the queries of the judge
 * @param linesAfter the same as {@code after}, by the queries of the judge
 */
record Trip(
        Stage stage, SchemaSnapshot before, SchemaSnapshot after, List<String> linesBefore, List<String> linesAfter) {

    /**
     * Between two schemas that have nothing to do with each other; the stage is left at the first one.
     *
     * @param runs how a statement is run on the stage
     */
    static Trip between(Stage stage, List<String> before, List<String> after, Consumer<String> runs) {
        stage.mark();
        after.forEach(runs);
        SchemaSnapshot goal = stage.snapshot();
        List<String> goalLines = lines(stage);
        stage.back();
        before.forEach(runs);
        return new Trip(stage, stage.snapshot(), goal, lines(stage), goalLines);
    }

    /** From a schema to what statements make of it; the stage is left at the first one. */
    static Trip through(Stage stage, List<String> before, List<String> edits) {
        before.forEach(stage::attempt);
        SchemaSnapshot start = stage.snapshot();
        List<String> startLines = lines(stage);
        stage.mark();
        edits.forEach(stage::attempt);
        SchemaSnapshot goal = stage.snapshot();
        List<String> goalLines = lines(stage);
        stage.back();
        return new Trip(stage, start, goal, startLines, goalLines);
    }

    /** No statement says that an inherited column is no longer the child's own, or is it again. */
    private static List<String> lines(Stage stage) {
        return stage.lines().stream()
                .map(line -> line.startsWith("column ") ? line.replaceFirst(" local [tf]", "") : line)
                .toList();
    }

    SchemaDiff diff() {
        return SchemaDiff.between(before, after);
    }

    /** Goes up and down; each time the stage is what it should be. */
    void check() {
        SchemaDiff diff = diff();

        stage.apply(diff.up());

        assertThat(changes(stage.snapshot(), after)).as("left after up").isEmpty();
        assertThat(apart(linesAfter, lines(stage))).as("lines after up").isEmpty();

        stage.apply(diff.down());

        assertThat(changes(stage.snapshot(), before)).as("left after down").isEmpty();
        assertThat(apart(linesBefore, lines(stage))).as("lines after down").isEmpty();
        assertThat(changes(after, after)).isEmpty();
        assertThat(before.unmodelled()).isEmpty();
        assertThat(after.unmodelled()).isEmpty();
    }

    /** The lines that only one of two schemas has, with a sign before each. */
    private static List<String> apart(List<String> expected, List<String> actual) {
        return Stream.concat(
                        expected.stream().filter(line -> !actual.contains(line)).map("- "::concat),
                        actual.stream().filter(line -> !expected.contains(line)).map("+ "::concat))
                .toList();
    }

    private static List<Change> changes(SchemaSnapshot from, SchemaSnapshot to) {
        return SchemaDiff.between(from, to).changes();
    }
}
