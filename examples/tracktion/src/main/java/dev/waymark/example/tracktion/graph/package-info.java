/**
 * Tracktion's revisions in Neo4j: a branch of their own, called {@code graph}. What they copy comes from PostgreSQL.
 */
@NullMarked
package dev.waymark.example.tracktion.graph;

import org.jspecify.annotations.NullMarked;
