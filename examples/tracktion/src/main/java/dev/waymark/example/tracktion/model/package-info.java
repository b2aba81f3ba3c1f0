/**
 * The schema that Tracktion wants, as jOOQ knows it: what its queries are built of, and what the revisions are held
 * against.
 *
 * <p>It is written by hand, in the form that jOOQ's generator gives, and shorter. What a foreign key does when its row
 * is deleted jOOQ 3.19 can't say, so that is the revisions' alone.
 */
@NullMarked
package dev.waymark.example.tracktion.model;

import org.jspecify.annotations.NullMarked;
