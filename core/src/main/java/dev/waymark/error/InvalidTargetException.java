package dev.waymark.error;

import java.io.Serial;

/** What was asked for is no target: it can't be read. */
public final class InvalidTargetException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;

    /**
     * @param target what was asked for
     * @param problem why it can't be read, as a sentence
     */
    public InvalidTargetException(String target, String problem) {
        super(
                "'%s' is not a target: %s".formatted(target, problem),
                UNTOUCHED,
                "name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.");
        this.target = target;
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }
}
