/** What a revision is: its id, its labels, and what its annotation says. */
package dev.waymark.revision;
