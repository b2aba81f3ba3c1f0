package dev.waymark.neo4j;

/** Ends an attempt at a step whose end is in its first transaction already, though it goes on with another stage. */
final class UnlikeRehearsalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnlikeRehearsalException() {
        super("The migration has more stages than when it was asked what it would run");
    }
}
