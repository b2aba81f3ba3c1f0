/** How revisions hang together, and what a target means among them: pure values. */
package dev.waymark.graph;
