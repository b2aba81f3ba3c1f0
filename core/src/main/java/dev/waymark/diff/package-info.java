/** Two snapshots, and the ordered changes that lead from one to the other and back. */
package dev.waymark.diff;
