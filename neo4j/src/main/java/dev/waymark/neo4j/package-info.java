/** Neo4j behind the port. */
package dev.waymark.neo4j;
