package dev.waymark.error;

import java.io.Serial;

/**
 * A revision without a transaction was begun and neither finished nor undone: the process or the connection died in it.
 */
public final class InterruptedRevisionException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    /**
     * @param revision the id of the revision
     * @param progress how far it came, as a sentence
     */
    public InterruptedRevisionException(String revision, String progress) {
        super(
                "Revision '%s', which does not run in a transaction, was begun and did not finish.".formatted(revision),
                progress,
                "look at what its statements have left, complete or undo it by hand, and then stamp the database: with"
                        + " '%s' if it is complete, or with what it revises if it is undone.".formatted(revision));
        this.revision = revision;
    }

    /** {@return the id of the revision} */
    public String revision() {
        return revision;
    }
}
