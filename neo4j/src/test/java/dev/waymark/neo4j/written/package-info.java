/** Sources as they are written. */
package dev.waymark.neo4j.written;
