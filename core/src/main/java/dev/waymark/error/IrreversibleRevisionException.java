package dev.waymark.error;

import java.io.Serial;

/** A downgrade would have to pass a revision that can't be undone. */
public final class IrreversibleRevisionException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    /**
     * @param revision the id of the revision
     * @param reason why it can't be undone, in its author's words
     */
    public IrreversibleRevisionException(String revision, String reason) {
        super(
                "Revision '%s' can't be undone: %s".formatted(revision, reason),
                "Nothing was run; the database is as it was.",
                "stay above that revision, or restore a backup taken before it.",
                null);
        this.revision = revision;
    }

    /** {@return the id of the revision} */
    public String revision() {
        return revision;
    }
}
