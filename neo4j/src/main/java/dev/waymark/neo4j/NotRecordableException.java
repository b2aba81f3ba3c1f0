package dev.waymark.neo4j;

/** Ends a rehearsal that can't go on without a database. */
final class NotRecordableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecordableException(String reason) {
        super(reason);
    }
}
