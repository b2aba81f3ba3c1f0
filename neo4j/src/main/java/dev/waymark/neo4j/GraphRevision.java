package dev.waymark.neo4j;

/**
 * The source of a revision that was written from a difference of schemas.
 *
 * @param className the simple name of its class; its file is called so too
 * @param source the source, with {@code up} and {@code down} complete
 * @param diff what it does
 */
public record GraphRevision(String className, String source, GraphSchemaDiff diff) {}
