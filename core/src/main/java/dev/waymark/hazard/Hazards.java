package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.diff.DdlStatement;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;

/**
 * Judges the statements of a diff. A judgement rests on what the two schemas say of the object that a statement is for;
 * how many rows a table has it doesn't know. What a diff makes itself nobody uses yet, and so there is no hazard in it.
 * That a statement takes a lock for a moment is none either: the run waits for it briefly, and tries again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
public final class Hazards {

    private Hazards() {}

    /**
     * {@return what a statement may do to a live system, the worst first; empty if nothing is to be feared}
     *
     * @param statement a statement of a diff
     * @param before the schema before the diff
     * @param after the schema after it
     */
    public static List<Hazard> of(DdlStatement statement, SchemaSnapshot before, SchemaSnapshot after) {
        Case one = new Case(statement, before, after);
        return statement.kind() == ChangeKind.RENAME ? RenameHazards.of(one) : ofKind(one);
    }

    private static List<Hazard> ofKind(Case one) {
        return switch (one.kind()) {
            case TABLE -> TableHazards.of(one);
            case COLUMN -> ColumnHazards.of(one);
            case NOT_NULL -> ConstraintHazards.ofNotNull(one);
            case CHECK, FOREIGN_KEY -> ConstraintHazards.of(one);
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> IndexHazards.ofConstraint(one);
            case INDEX -> IndexHazards.of(one);
            case PARTITION -> PartitionHazards.of(one);
            case MATERIALIZED_VIEW -> TableHazards.ofMaterializedView(one);
            case DOMAIN, DOMAIN_CHECK -> TypeHazards.ofDomain(one);
            case ENUM -> TypeHazards.ofEnum(one);
            default -> DropHazards.of(one);
        };
    }
}
