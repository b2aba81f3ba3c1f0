/**
 * The history of Tracktion's schema, one class per revision.
 *
 * <p>Tables are named without their schema, so that the connection's search path decides where they live. What the
 * extension brings is always named with the schema that it was put into, since a search path need not lead there.
 */
@NullMarked
package dev.waymark.example.tracktion.revisions;

import org.jspecify.annotations.NullMarked;
