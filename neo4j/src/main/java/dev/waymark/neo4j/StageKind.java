package dev.waymark.neo4j;

/** The kinds of stages of a step. */
enum StageKind {
    /** One transaction that reads and writes data. */
    DATA,
    /** One transaction that makes or drops constraints and indexes. */
    SCHEMA,
    /** Many transactions. */
    BATCHED
}
