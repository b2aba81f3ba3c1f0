package dev.waymark.neo4j;

/** What {@link Neo4jDatabase#clear} deletes. */
public enum ClearScope {
    /**
     * All nodes and relationships of the application. The history stays: revisions that have filled in data count as
     * applied, though their data is gone.
     */
    DATA,
    /**
     * Its constraints and indexes too, and with them the history and its log: nothing of what revisions have made is
     * left. Only the lock stays, which others may be waiting for.
     */
    DATA_AND_SCHEMA
}
