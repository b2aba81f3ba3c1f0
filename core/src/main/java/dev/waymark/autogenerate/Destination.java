package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.error.ProofFailedException;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;

/**
 * Where a revision is to lead.
 *
 * @param workshop where schemas are made
 * @param wanted what is wanted
 * @param renamed the renames, and the schema after them
 */
record Destination(Workshop workshop, Wanted wanted, RenameDialogue.Outcome renamed) {

    /** The statements that lead from the head to the schema after the renames. */
    List<DdlStatement> first() {
        return renamed.renames().stream().map(one -> one.rename().statement()).toList();
    }

    /**
     * The schema. If the model does not say all of it, PostgreSQL is asked: partitions, say, get the columns of their
     * tables, also if no model speaks of partitions.
     */
    SchemaSnapshot schema() {
        SchemaDiff diff = wanted.diff(renamed.schema());
        if (wanted.isWhole() || diff.isEmpty()) {
            return wanted.of(renamed.schema());
        }
        SchemaSnapshot made = new Splitting(workshop, first()).made(Splitting.joined(first(), diff.up()));
        SchemaDiff left = wanted.diff(made);
        if (!left.isEmpty()) {
            throw ProofFailedException.differs("after the way up", ComparisonText.lines(left));
        }
        return made;
    }
}
