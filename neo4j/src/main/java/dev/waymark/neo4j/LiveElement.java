package dev.waymark.neo4j;

import java.util.Optional;

/**
 * A constraint or an index that a database has.
 *
 * @param element what it is
 * @param origin where it comes from
 * @param state how far it is; empty for a constraint
 */
record LiveElement(SchemaElement element, Origin origin, Optional<IndexState> state) {

    /** Where a constraint or an index comes from. */
    enum Origin {
        /** From a command of its own. */
        COMMAND,
        /** The server makes it with each database: an index that finds nodes by label, or relationships by type. */
        SERVER,
        /** From a graph type, and goes only with it. */
        GRAPH_TYPE
    }

    String name() {
        return element.name();
    }

    /** Whether it is an index that failed, and so can't be used. */
    boolean isFailed() {
        return state.filter(IndexState::isFailed).isPresent();
    }

    /** The command that would make it, and what is odd about it. */
    String describe() {
        String oddity = isFailed() ? " (in state FAILED)" : "";
        return element.createCypher() + (origin == Origin.GRAPH_TYPE ? " (part of the graph type)" : oddity);
    }
}
