package dev.waymark.error;

import java.io.Serial;

/** A migration ended the transaction of its step, or closed its connection. Both belong to Waymark. */
public final class TransactionEndedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean committed;

    private TransactionEndedException(String problem, String state, boolean committed) {
        super(
                problem,
                state,
                "leave commit, rollback and close to Waymark; a revision that can't run in a transaction says so"
                        + " (transactional = false).",
                null);
        this.committed = committed;
    }

    /**
     * {@return the failure of a migration that tried to end the transaction and was stopped}
     *
     * @param what what it tried, as in "commit"
     */
    public static TransactionEndedException refused(String what) {
        return new TransactionEndedException(
                "A migration tried to %s, which is not its to do.".formatted(what),
                "It was stopped before that.",
                false);
    }

    /** {@return the failure of a migration that got past that and did end the transaction} */
    public static TransactionEndedException ended() {
        return new TransactionEndedException(
                "The migration ended the transaction of its step.",
                "What it did before that may be committed, and is not recorded.",
                true);
    }

    /** {@return whether the transaction was ended, so that what was done in it may have been committed} */
    public boolean committed() {
        return committed;
    }
}
