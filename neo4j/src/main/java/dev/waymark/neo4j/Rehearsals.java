package dev.waymark.neo4j;

/**
 * What is known of a step before it runs.
 *
 * @param step what it would run
 * @param wayBack what its way back would run, for the record; nothing of a step that goes down
 */
record Rehearsals(Rehearsed step, Rehearsed wayBack) {}
