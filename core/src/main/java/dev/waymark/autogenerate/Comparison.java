package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.RenameCandidate;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.json.Json;
import java.util.List;

/**
 * How one schema differs from another.
 *
 * @param from the schema that is, in words
 * @param to the schema that should be, in words
 * @param diff what leads from one to the other and back; what is out of scope is not in it
 * @param candidates what may have been renamed, and is taken here for something gone and something new
 * @param unmodelled what either schema has and a snapshot can't hold, by kind and name; it was not compared
 */
public record Comparison(
        String from, String to, SchemaDiff diff, List<RenameCandidate> candidates, List<String> unmodelled) {

    /** Copies the lists. */
    public Comparison {
        candidates = List.copyOf(candidates);
        unmodelled = List.copyOf(unmodelled);
    }

    /** {@return whether there is no difference} What can't be compared is none. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }

    /** {@return the statements that make the second schema of the first, in their order, without semicolons} */
    public List<String> sql() {
        return diff.up().stream().map(DdlStatement::sql).toList();
    }

    /** {@return the statements that lead back, in their order, without semicolons} */
    public List<String> sqlBack() {
        return diff.down().stream().map(DdlStatement::sql).toList();
    }

    /**
     * {@return the comparison as JSON, without blanks: {@code version} (1), {@code from}, {@code to}, {@code equal},
     * {@code changes}, {@code sql}, {@code sqlBack}, {@code renames}, {@code unmodelled}} This needs Jackson on the
     * class path.
     */
    public String toJson() {
        return Json.write(ComparisonJson.of(this));
    }

    /**
     * {@return the comparison for people} One object a line: {@code +} is to be made, {@code -} to be dropped,
     * {@code ~} to be changed, in the order of their ids; {@code ?} may have been renamed, {@code !} was not compared.
     */
    @Override
    public String toString() {
        return ComparisonText.of(this);
    }
}
