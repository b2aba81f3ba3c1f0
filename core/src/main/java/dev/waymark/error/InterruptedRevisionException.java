package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/**
 * A revision without a transaction was begun and neither finished nor undone: the process or the connection died in it.
 */
public final class InterruptedRevisionException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    /**
     * @param revision the id of the revision
     * @param progress how far it came and why it can't go on by itself, as sentences
     * @param waysOut what can be done, each as the end of a sentence
     */
    public InterruptedRevisionException(String revision, String progress, List<String> waysOut) {
        super(
                "Revision '%s', which does not run in a transaction, was begun and did not finish.".formatted(revision),
                progress,
                "look at what its statements have left, and %s.".formatted(String.join("; or ", waysOut)));
        this.revision = revision;
    }

    /** {@return the id of the revision} */
    public String revision() {
        return revision;
    }
}
