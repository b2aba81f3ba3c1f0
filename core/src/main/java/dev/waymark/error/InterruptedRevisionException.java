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
     * @param stampIfThere the call that stamps the database once the revision is made whole by hand
     * @param stampIfGone the call that stamps the database once it is taken back by hand
     */
    public InterruptedRevisionException(String revision, String progress, String stampIfThere, String stampIfGone) {
        super(
                "Revision '%s', which does not run in a transaction, was begun and did not finish.".formatted(revision),
                progress,
                "look at what its statements have left; make it whole by hand and call %s, or take it back by hand and call %s."
                        .formatted(stampIfThere, stampIfGone));
        this.revision = revision;
    }

    /** {@return the id of the revision} */
    public String revision() {
        return revision;
    }
}
