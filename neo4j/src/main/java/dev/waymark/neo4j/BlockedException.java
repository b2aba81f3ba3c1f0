package dev.waymark.neo4j;

/** A schema command has waited for open transactions for as long as it may, and was ended. */
final class BlockedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String blockers;

    BlockedException(String blockers, Throwable cause) {
        super("The schema command could not get its locks in time; it waited for " + blockers, cause);
        this.blockers = blockers;
    }

    String reason() {
        return "could not get its locks";
    }

    String blockers() {
        return blockers;
    }
}
