package dev.waymark.hazard;

/** What a statement may do to a live system. */
public enum HazardKind {
    /** It waits for all who use a relation, and those who come behind it wait for it. */
    BLOCKS_READS,
    /** Nobody can write to a table while it runs, and it runs the longer the more rows there are. */
    BLOCKS_WRITES,
    /** It writes every row of a table again, or builds its indexes again, while nobody can use it. */
    REWRITES,
    /** It reads every row of a table, or builds an index over them, while nobody can use it. */
    SCANS_UNDER_LOCK,
    /** What it removes can't be brought back by the way back. */
    LOSES_DATA,
    /** It makes values shorter, coarser or smaller, or fails at those that don't fit. */
    NARROWS_DATA,
    /** Code that is written for the schema before it fails after it. */
    BREAKS_RUNNING_CODE
}
