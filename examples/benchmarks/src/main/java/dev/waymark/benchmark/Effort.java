package dev.waymark.benchmark;

/**
 * How often things are tried.
 *
 * @param samples processes for each figure, after one that doesn't count
 * @param calls least number of calls in one JVM, of which the second half counts as warm
 */
record Effort(int samples, int calls) {}
