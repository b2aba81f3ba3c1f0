/** Processes that are killed or frozen, servers that stop, connections that break: what the next run makes of it. */
@NullMarked
package dev.waymark.neo4j.fault;

import org.jspecify.annotations.NullMarked;
