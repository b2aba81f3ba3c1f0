package dev.waymark.diff;

import dev.waymark.schema.SchemaSnapshot;

/**
 * What the DDL of an object may have to know besides it.
 *
 * @param from the schema before
 * @param to the schema after
 */
record Surroundings(SchemaSnapshot from, SchemaSnapshot to) {}
