package dev.waymark.error;

import java.io.Serial;

/** A target exists or could exist, but can't be reached from where the database stands, or in that direction. */
public final class TargetOutOfRangeException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final Reason reason;

    /**
     * @param target what was asked for
     * @param reason which rule it breaks
     * @param problem what is wrong with it, as a sentence
     * @param remedy what to ask for instead, as the end of a sentence
     */
    public TargetOutOfRangeException(String target, Reason reason, String problem, String remedy) {
        super("'%s' can't be reached: %s".formatted(target, problem), UNTOUCHED, remedy);
        this.target = target;
        this.reason = reason;
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }

    /** {@return which rule it breaks} */
    public Reason reason() {
        return reason;
    }

    /** Which rule a target breaks. */
    public enum Reason {
        /** It counts further than there are revisions. */
        PAST_THE_END,
        /** It counts up in a downgrade, down in an upgrade, or by nothing. */
        WRONG_SIGN,
        /** A downgrade to what is not applied. */
        NOT_APPLIED,
        /** A retry of what was not begun, or has finished. */
        NOT_UNFINISHED,
        /** The start of a range is no ancestor of its end. */
        NOT_AN_ANCESTOR,
        /** {@code label@id} where the id lies on another branch. */
        NOT_IN_BRANCH
    }
}
