/** The Java source of a revision, as far as it is the same for every database. */
package dev.waymark.source;
