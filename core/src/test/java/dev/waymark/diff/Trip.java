package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.SchemaSnapshot;
import java.util.List;

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
        Stage stage,
        SchemaSnapshot before,
        SchemaSnapshot after,
        List<String> linesBefore,
        List<String> linesAfter) {

    /** Between two schemas that have nothing to do with each other; the stage is left at the first one. */
    static Trip between(Stage stage, List<String> before, List<String> after) {
        stage.mark();
        after.forEach(stage::attempt);
        SchemaSnapshot goal = stage.snapshot();
        List<String> goalLines = lines(stage);
        stage.back();
        before.forEach(stage::attempt);
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
        assertThat(lines(stage)).as("after up").isEqualTo(linesAfter);

        stage.apply(diff.down());

        assertThat(changes(stage.snapshot(), before)).as("left after down").isEmpty();
        assertThat(lines(stage)).as("after down").isEqualTo(linesBefore);
        assertThat(changes(after, after)).isEmpty();
        assertThat(before.unmodelled()).isEmpty();
        assertThat(after.unmodelled()).isEmpty();
    }

    private static List<Change> changes(SchemaSnapshot from, SchemaSnapshot to) {
        return SchemaDiff.between(from, to).changes();
    }
}
